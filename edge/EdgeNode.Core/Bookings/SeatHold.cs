using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>A seat that the site gave by itself, also while the network is away. It stands over the network's booking of the same name, if there is one.</summary>
/// <param name="Booking">The network's booking, or one that the site named.</param>
/// <param name="Holder">Who.</param>
/// <param name="Resource">The desk or room.</param>
/// <param name="Start">Start, inclusive.</param>
/// <param name="End">End, exclusive.</param>
/// <param name="Why">Why.</param>
public sealed record SeatHold(BookingId Booking, HolderRef Holder, ResourceId Resource, DateTimeOffset Start, DateTimeOffset End, HoldReason Why)
{
    /// <summary>The place that it takes.</summary>
    [JsonIgnore]
    public Slot Slot => new(Booking, Resource, Start);

    /// <summary>The booking as it now counts.</summary>
    /// <param name="letter">The network's booking of this name; null when it knows none.</param>
    internal Booking Over(Booking? letter) => letter is null
        ? new(Booking, Holder, Resource, Start, End)
        : letter with { Resource = Resource, Start = Start, End = End };
}
