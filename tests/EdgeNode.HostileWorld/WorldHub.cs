using System.Globalization;
using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>The network's side: who may enter, in letters; what it was sent, counted once.</summary>
internal sealed class WorldHub
{
    public static readonly SigningKey Key = new(new byte[SigningKey.SeedLength]);
    private static readonly string Site = WorldSite.Configuration.Definition.Id.Value;
    private static readonly PolicyLetter Nothing = new(Site, 0, [], [], [], [], [], []);
    private readonly List<PackedPolicy> _packed = [];
    private readonly List<PolicyLetter> _letters = [Nothing];
    private readonly Dictionary<DateOnly, UsageManifest> _days = [];
    private readonly JournalChain _chain = new();

    public List<PolicyBooking> Bookings { get; private set; } = [];

    public HashSet<int> Blocked { get; } = [];

    public DateTimeOffset Start { get; init; }

    public PackedPolicy Latest => _packed[^1];

    public long Acknowledged => _chain.Sequence;

    public long Minutes { get; private set; }

    public long Cents { get; private set; }

    public IReadOnlyList<PackedPolicy> Published => _packed;

    public PolicyLetter Letter(long version) => _letters[(int)version];

    /// <summary>Writes the next letter; bookings that ended two days ago are history.</summary>
    public void Publish(DateTimeOffset now)
    {
        Bookings = [.. Bookings.Where(booking => booking.End > now.AddDays(-2).ToUnixTimeMilliseconds())];
        var letter = new PolicyLetter(
            Site, _letters.Count, Population.Holders, Population.Credentials(Start, Blocked), Population.Profiles, Population.SpecialDays, Population.Schedules, [.. Bookings]);
        _letters.Add(letter);
        _packed.Add(PolicyPacking.Pack(letter, Key));
    }

    /// <summary>A batch of the journal; one that was here before, or comes too early, changes nothing.</summary>
    public void Take(byte[] packed)
    {
        var batch = JournalBatchCodec.Unpack(packed);
        if (batch.First > _chain.Sequence + 1 || batch.Last <= _chain.Sequence)
        {
            return;
        }

        foreach (var line in batch.Lines.Skip((int)(_chain.Sequence + 1 - batch.First)))
        {
            if (_chain.TryAccept(line.Span, [], out _) is { } wrong)
            {
                throw new BrokenPromiseException("every record is at the hub once and in the chain", wrong);
            }
        }
    }

    /// <summary>A usage day; a second time it must be the same to the byte.</summary>
    public void Take(UsageManifest manifest, IEnumerable<byte[]> chunks, string siteKey)
    {
        if (!new VerifyingKey(siteKey).Signed(manifest))
        {
            throw new BrokenPromiseException("a usage day is signed by its site", manifest.Day.ToString("o", CultureInfo.InvariantCulture));
        }

        if (_days.TryGetValue(manifest.Day, out var known))
        {
            if (known.Signature != manifest.Signature)
            {
                throw new BrokenPromiseException("a closed day never changes", manifest.Day.ToString("o", CultureInfo.InvariantCulture));
            }

            return;
        }

        _days.Add(manifest.Day, manifest);
        foreach (var row in chunks.SelectMany(chunk => LetterCodec.Unpack<UsageChunk>(chunk).Sessions))
        {
            Minutes += row.Minutes;
            Cents += Prices.Of(DateTimeOffset.FromUnixTimeMilliseconds(row.Start), row.Minutes);
        }
    }

}
