using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>Everything that changes at a site. Immutable; only <see cref="Site.Step"/> makes the next one.</summary>
public sealed record SiteState
{
    /// <summary>What stands at the site.</summary>
    public required SiteDefinition Definition { get; init; }

    /// <summary>Who may enter.</summary>
    public required PolicySnapshot Policy { get; init; }

    /// <summary>The moment of the last step; null before the first.</summary>
    public Moment? Now { get; init; }

    /// <summary>Local day whose records are being written; null before the first step.</summary>
    public DateOnly? OpenDay { get; init; }

    /// <summary>Doors by id; every configured door is in it.</summary>
    public required ImmutableDictionary<DoorId, DoorState> Doors { get; init; }

    /// <summary>Desks by id; every desk with a sensor is in it.</summary>
    public required ImmutableDictionary<ResourceId, DeskState> Desks { get; init; }

    /// <summary>Access points whose reader link is down.</summary>
    public ImmutableHashSet<AccessPointId> ReadersDown { get; init; } = [];

    /// <summary>Readers whose housing or supply is not well.</summary>
    public ImmutableDictionary<AccessPointId, ReaderTrouble> ReaderTroubles { get; init; } = ImmutableDictionary<AccessPointId, ReaderTrouble>.Empty;

    /// <summary>What goes on at readers; those where nothing does are not in it.</summary>
    public ImmutableDictionary<AccessPointId, ReaderState> Readers { get; init; } = ImmutableDictionary<AccessPointId, ReaderState>.Empty;

    /// <summary>Where holders were last seen to go.</summary>
    public ImmutableDictionary<HolderRef, Whereabouts> Whereabouts { get; init; } = ImmutableDictionary<HolderRef, Whereabouts>.Empty;

    /// <summary>Wrong PINs by holder; those without any are not in it.</summary>
    public ImmutableDictionary<HolderRef, PinTries> PinTries { get; init; } = ImmutableDictionary<HolderRef, PinTries>.Empty;

    /// <summary>The code of the day for people whose rights are missing; null = none.</summary>
    public OutageCode? OutageCode { get; init; }

    /// <summary>How many were let in by such a code, ever; numbers them.</summary>
    public long OutageGuests { get; init; }

    /// <summary>The evacuation in force; null = none.</summary>
    public Evacuation? Evacuation { get; init; }

    /// <summary>Bookings with any evidence of arrival.</summary>
    public ImmutableHashSet<Slot> CheckedIn { get; init; } = [];

    /// <summary>Bookings released as no-show.</summary>
    public ImmutableHashSet<Slot> Released { get; init; } = [];

    /// <summary>Wall time up to which no-show deadlines were looked at.</summary>
    public DateTimeOffset NoShowsDoneTo { get; init; } = DateTimeOffset.MinValue;

    /// <summary>Usage sessions in progress, by number.</summary>
    public ImmutableSortedDictionary<long, OpenSession> Sessions { get; init; } = ImmutableSortedDictionary<long, OpenSession>.Empty;

    /// <summary>Number of the last usage session opened; unique within the journal's epoch.</summary>
    public long LastSession { get; init; }

    /// <summary>Who is in, as far as the doors tell.</summary>
    public Presence Presence { get; init; } = Presence.Nobody;

    /// <summary>Doors that were opened last on one tap.</summary>
    public ImmutableDictionary<DoorId, Opening> Openings { get; init; } = ImmutableDictionary<DoorId, Opening>.Empty;

    /// <summary>Loan badges that are out, overdue or lost.</summary>
    public ImmutableDictionary<LoanBadgeId, Loan> Loans { get; init; } = ImmutableDictionary<LoanBadgeId, Loan>.Empty;

    /// <summary>Minutes of usage that the network may not have counted yet, by whoever's employer prepaid them.</summary>
    public ImmutableArray<PrepaidUse> PrepaidUse { get; init; } = [];

    /// <summary>Day passes used on the open day.</summary>
    public ImmutableHashSet<DayPassUse> DayPasses { get; init; } = [];

    /// <summary>Whether it was told that the site is full.</summary>
    public bool IsFullTold { get; init; }

    /// <summary>Whether the journal or its buffer can take records.</summary>
    public bool JournalTakesRecords { get; init; } = true;
}
