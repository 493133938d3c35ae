using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>Live state of one door. All times are on the uptime clock.</summary>
public sealed record DoorState
{
    /// <summary>Locked, contact not read yet: how every door starts.</summary>
    public static readonly DoorState Initial = new();

    /// <summary>The mode in which the door stands until a command changes it; never <see cref="DoorMode.Accessed"/>. Survives a restart.</summary>
    public DoorMode Standing { get; init; } = DoorMode.Locked;

    /// <summary>The mode before a lock-down or lock-open, to which its release returns.</summary>
    public DoorMode Before { get; init; } = DoorMode.Locked;

    /// <summary>Last reading of the contact.</summary>
    public ContactState Contact { get; init; } = ContactState.Unknown;

    /// <summary>How the wire of the contact is; while it is not well nobody knows whether the door is open.</summary>
    public WireCondition ContactWire { get; init; }

    /// <summary>How the wire of the exit button is.</summary>
    public WireCondition ExitWire { get; init; }

    /// <summary>How the tamper loop is.</summary>
    public WireCondition TamperWire { get; init; }

    /// <summary>Alarm in force.</summary>
    public DoorAlarm Alarm { get; init; } = DoorAlarm.Normal;

    /// <summary>When the release for one passage ends; null while there is none.</summary>
    public TimeSpan? RelockAt { get; init; }

    /// <summary>When the hold of a released mode must be renewed; null while nothing is held.</summary>
    public TimeSpan? RenewAt { get; init; }

    /// <summary>When an unlock for a time ends; null while there is none. Not remembered over a restart: the door is then locked.</summary>
    public TimeSpan? UnlockedUntil { get; init; }

    /// <summary>Whose passages the released door waits for; all are taken when it opens.</summary>
    public ImmutableArray<Passage> Awaited { get; init; } = [];

    /// <summary>Since when the door counts as standing open; null while it does not.</summary>
    public TimeSpan? OpenedAt { get; init; }

    /// <summary>Whether the release in hand is for somebody with extended times.</summary>
    public bool Extended { get; init; }

    /// <summary>Whether the door stands open for somebody with extended times.</summary>
    public bool ExtendedOpening { get; init; }

    /// <summary>The wiring of the fire alarm has released it.</summary>
    public bool Evacuating { get; init; }

    /// <summary>When its unlock hours last did something with it, wall time; null = not since they last ended.</summary>
    public DateTimeOffset? HoursActedAt { get; init; }

    /// <summary>What its safety sheet says.</summary>
    public DoorAcceptance Acceptance { get; init; }

    /// <summary>SHA-256 of that sheet, lower-case hex; null = there is none.</summary>
    public string? Sheet { get; init; }

    /// <summary>Whether badges, hours and commands may open it. Exit button, exit reader and fire alarm always do.</summary>
    public bool IsLive => Acceptance != DoorAcceptance.Missing;

    /// <summary>Whether opening it, or leaving it open, is no alarm now.</summary>
    public bool MayStandOpen => Standing.IsReleased() || Evacuating;

    /// <summary>The mode as the standard tells it: <see cref="DoorMode.Accessed"/> while released for one passage, else <see cref="Standing"/>.</summary>
    public DoorMode Mode => RelockAt is null ? Standing : DoorMode.Accessed;

    /// <summary>The state of a door whose safety sheet is told; one that is not live returns from a lock-down to locked.</summary>
    public DoorState Told(DoorAcceptance acceptance, string? sheet)
    {
        var told = this with { Acceptance = acceptance, Sheet = sheet };
        return told.IsLive || !Before.IsReleased() ? told : told with { Before = DoorMode.Locked };
    }
    /// <summary>How a wire is.</summary>
    public WireCondition Of(DoorWire wire) => wire switch
    {
        DoorWire.Contact => ContactWire,
        DoorWire.ExitButton => ExitWire,
        _ => TamperWire,
    };

    /// <summary>The same door with a wire in another condition.</summary>
    public DoorState With(DoorWire wire, WireCondition condition) => wire switch
    {
        DoorWire.Contact => this with { ContactWire = condition },
        DoorWire.ExitButton => this with { ExitWire = condition },
        _ => this with { TamperWire = condition },
    };

    /// <summary>The state of a door that is told after a restart in which mode it stood.</summary>
    public DoorState Recalled(DoorMode standing, DoorMode before) =>
        this with { Standing = standing, Before = before, RenewAt = standing.IsReleased() ? TimeSpan.Zero : null };
}
