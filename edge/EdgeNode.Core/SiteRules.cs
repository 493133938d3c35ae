namespace EdgeNode.Core;

/// <summary>Times that hold for the whole site.</summary>
/// <param name="EarlyEntry">A booking opens this long before its start.</param>
/// <param name="LateEntry">A booking re-opens until this long after its end.</param>
/// <param name="NoShowAfter">A booking without any evidence of arrival is released this long after its start.</param>
/// <param name="ReadLifetime">A card read older than this when it is decided is dropped.</param>
/// <param name="ClosingTime">Local time at which every open session without an exit is closed as estimated.</param>
public sealed record SiteRules(
    TimeSpan EarlyEntry,
    TimeSpan LateEntry,
    TimeSpan NoShowAfter,
    TimeSpan ReadLifetime,
    TimeOnly ClosingTime)
{
    /// <summary>15 min early, 15 min late, no-show after 30 min, reads live 2 s, closing at 22:00.</summary>
    public static readonly SiteRules Default = new(
        TimeSpan.FromMinutes(15),
        TimeSpan.FromMinutes(15),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromSeconds(2),
        new TimeOnly(22, 0));

    /// <summary>A booking made shortly before its start is not released sooner than this after it was made; 30 min.</summary>
    public TimeSpan NewBookingGrace { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Local time from which somebody may be at the site again; 06:00.</summary>
    public TimeOnly OpeningTime { get; init; } = new(6, 0);

    /// <summary>A stay that no booking ends, and whose exit is missing, ends this long after the last sign of the person; null = at closing time only.</summary>
    public TimeSpan? ForgottenExitAfter { get; init; }

    /// <summary>A door that stands open this long on one tap may have let in two; 10 s.</summary>
    public TimeSpan PossiblyTwoAfter { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many people may be in at once (fire limit); null = not limited.</summary>
    public int? MaxPeople { get; init; }

    /// <summary>What happens then; warn.</summary>
    public AtLimit AtLimit { get; init; }

    /// <summary>Desks that the host's staff have for themselves: each of them beyond takes one from the guests; null = staff take none.</summary>
    public int? StaffDesks { get; init; }

    /// <summary>A member without a booking may walk in and is given a free desk; off.</summary>
    public bool WalkIn { get; init; }

    /// <summary>A tap at a room's reader this long before the booking's end, or later, extends it; 15 min.</summary>
    public TimeSpan ExtendWithin { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>By how much; 30 min.</summary>
    public TimeSpan ExtendBy { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The times of a desk or room that has none of its own.</summary>
    public BookingTimes Booking => new(EarlyEntry, LateEntry, NoShowAfter, NewBookingGrace);

    /// <summary>How many wrong tries are borne.</summary>
    public GuessLimits Guesses { get; init; } = GuessLimits.Default;

    /// <summary>Local time at which the site forgets who is inside, for anti-passback.</summary>
    public TimeOnly PassbackCutOff { get; init; } = new(4, 0);
}
