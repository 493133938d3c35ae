using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace EdgeNode.Core;

/// <summary>The network's bookings with the seats that the site gave by itself laid over them, indexed so that a tap only looks up.</summary>
internal sealed class BookingIndex
{
    private readonly SitePlan _plan;
    private readonly ImmutableArray<Booking> _letter;
    private readonly ImmutableArray<NoShow> _letterByNoShow;
    private readonly FrozenDictionary<HolderRef, Booking[]> _byHolder;
    private readonly FrozenDictionary<ResourceId, Booking[]> _byResource;
    private readonly Dictionary<HolderRef, Booking[]> _heldByHolder = [];
    private readonly Dictionary<ResourceId, Booking[]> _heldByResource = [];

    public BookingIndex(ImmutableArray<Booking> bookings, SitePlan plan)
    {
        _plan = plan;
        _letter = InOrder(bookings, Compare);
        _letterByNoShow = InOrder([.. _letter.Select(NoShow)], Compare);
        (_byHolder, _byResource) = Group(_letter);
        (ByStart, ByNoShow) = (_letter, _letterByNoShow);
    }

    private BookingIndex(BookingIndex letter, ImmutableArray<SeatHold> holds)
    {
        (_plan, _letter, _letterByNoShow) = (letter._plan, letter._letter, letter._letterByNoShow);
        (_byHolder, _byResource, Holds) = (letter._byHolder, letter._byResource, holds);
        var held = holds.ToDictionary(hold => hold.Booking, hold => hold.Over(Letter(hold.Holder, hold.Booking)));
        ByStart = held.Values.Aggregate(_letter.RemoveAll(booking => held.ContainsKey(booking.Id)), (sorted, booking) => sorted.Insert(FirstAfter(sorted, one => one.Start, booking.Start), booking));
        ByNoShow = held.Values.Select(NoShow).Aggregate(_letterByNoShow.RemoveAll(due => held.ContainsKey(due.Booking.Id)), (sorted, due) => sorted.Insert(FirstAfter(sorted, one => one.At, due.At), due));
        foreach (var booking in held.Values)
        {
            foreach (var holder in Comers(booking))
            {
                _heldByHolder[holder] = Merge(_byHolder.GetValueOrDefault(holder), held, other => Comers(other).Contains(holder));
            }

            foreach (var resource in (ResourceId[])[booking.Resource, Letter(booking.Holder, booking.Id)?.Resource ?? booking.Resource])
            {
                _heldByResource[resource] = Merge(_byResource.GetValueOrDefault(resource), held, other => other.Resource == resource);
            }
        }
    }

    public ImmutableArray<SeatHold> Holds { get; } = [];

    public ImmutableArray<Booking> ByStart { get; }

    public ImmutableArray<NoShow> ByNoShow { get; }

    /// <summary>The same bookings under other holds.</summary>
    public BookingIndex With(ImmutableArray<SeatHold> holds) => holds.IsEmpty && Holds.IsEmpty ? this : new(this, holds);

    public ReadOnlySpan<Booking> Of(HolderRef holder) => _heldByHolder.GetValueOrDefault(holder) ?? _byHolder.GetValueOrDefault(holder);

    public ReadOnlySpan<Booking> Of(ResourceId resource) => _heldByResource.GetValueOrDefault(resource) ?? _byResource.GetValueOrDefault(resource);

    /// <summary>The booking as the network knows it; null when it does not.</summary>
    public Booking? Letter(HolderRef holder, BookingId id) => _byHolder.GetValueOrDefault(holder)?.FirstOrDefault(booking => booking.Id == id);

    /// <summary>Index of the first item after an instant, in an order by that instant.</summary>
    public static int FirstAfter<T>(ImmutableArray<T> sorted, Func<T, DateTimeOffset> at, DateTimeOffset instant)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = at(sorted[middle]) <= instant ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int Compare(Booking one, Booking other) =>
        one.Start != other.Start ? one.Start.CompareTo(other.Start) : string.CompareOrdinal(one.Id.Value, other.Id.Value);

    private static int Compare(NoShow one, NoShow other) =>
        one.At != other.At ? one.At.CompareTo(other.At) : Compare(one.Booking, other.Booking);

    // The hub sends them in order, and a million of them take long to sort.
    private static ImmutableArray<T> InOrder<T>(ImmutableArray<T> items, Comparison<T> compare)
    {
        for (var index = 1; index < items.Length; index++)
        {
            if (compare(items[index - 1], items[index]) > 0)
            {
                return items.Sort(compare);
            }
        }

        return items;
    }

    private static IEnumerable<HolderRef> Comers(Booking booking) => booking.Guests.Prepend(booking.Holder).Distinct();

    private static Booking[] Merge(Booking[]? letter, Dictionary<BookingId, Booking> held, Func<Booking, bool> fits) =>
        [.. (letter ?? []).Where(booking => !held.ContainsKey(booking.Id)).Concat(held.Values.Where(fits)).OrderBy(booking => booking.Start)];

    private static (FrozenDictionary<HolderRef, Booking[]> ByHolder, FrozenDictionary<ResourceId, Booking[]> ByResource) Group(ImmutableArray<Booking> bookings)
    {
        var (byHolder, byResource) = (new Dictionary<HolderRef, List<Booking>>(), new Dictionary<ResourceId, List<Booking>>());
        foreach (var booking in bookings)
        {
            Add(byResource, booking.Resource, booking);
            Add(byHolder, booking.Holder, booking);
            foreach (var guest in booking.Guests)
            {
                Add(byHolder, guest, booking);
            }
        }

        return (Frozen(byHolder), Frozen(byResource));
    }

    // Once for each key, however often it stands in the booking: one booking's keys follow one another.
    private static void Add<TKey>(Dictionary<TKey, List<Booking>> groups, TKey key, Booking booking)
        where TKey : notnull
    {
        var group = CollectionsMarshal.GetValueRefOrAddDefault(groups, key, out _) ??= [];
        if (group is not [.., var last] || !ReferenceEquals(last, booking))
        {
            group.Add(booking);
        }
    }

    private static FrozenDictionary<TKey, Booking[]> Frozen<TKey>(Dictionary<TKey, List<Booking>> groups)
        where TKey : notnull => groups.ToFrozenDictionary(group => group.Key, group => group.Value.ToArray());

    private NoShow NoShow(Booking booking) => new(_plan.TimesOf(booking.Resource).NoShowAt(booking), booking);
}
