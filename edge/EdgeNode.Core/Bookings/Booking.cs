using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>A right to use one desk or room in a window, and the path that leads to it.</summary>
/// <param name="Id">The booking, as named by the network; made at the site for a walk-in.</param>
/// <param name="Holder">Who may come.</param>
/// <param name="Resource">The desk or room.</param>
/// <param name="Start">Start, inclusive.</param>
/// <param name="End">End, exclusive.</param>
public sealed record Booking(BookingId Id, HolderRef Holder, ResourceId Resource, DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>When it was made; null = not known.</summary>
    public DateTimeOffset? Made { get; init; }

    /// <summary>Who may come too.</summary>
    public ImmutableArray<HolderRef> Guests { get; init; } = [];

    /// <summary>Guests only once somebody has come before them.</summary>
    public bool HostFirst { get; init; }

    /// <summary>The place that it takes.</summary>
    public Slot Slot => new(Id, Resource, Start);
}
