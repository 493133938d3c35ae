namespace EdgeNode.Core;

/// <summary>
/// One desk sensor: raw reading, warm-up, on-delay with bridged gaps, hold; silence is unknown, and so is what is stuck.
/// Every timer runs on uptime.
/// </summary>
public static class DeskMachine
{
    private static readonly TimeSpan StuckOn = TimeSpan.FromHours(24);
    private static readonly TimeSpan StuckOnClosed = TimeSpan.FromHours(2);
    private static readonly TimeSpan StuckOff = TimeSpan.FromDays(7);

    /// <summary>Takes a report of the sensor.</summary>
    /// <param name="state">The desk.</param>
    /// <param name="present">Whether it sees somebody.</param>
    /// <param name="sensor">How it behaves.</param>
    /// <param name="uptime">Now.</param>
    /// <param name="closedAt">When the site closed, or closes next; null = not known.</param>
    public static DeskState Report(DeskState state, bool present, SensorProfile sensor, TimeSpan uptime, TimeSpan? closedAt)
    {
        state = PassTime(state, sensor, uptime, closedAt);
        var bridged = uptime - state.LastPresent < sensor.GapBridge || state.IsPresent;
        var next = state with
        {
            StartedAt = state.StartedAt ?? uptime,
            LastReport = uptime,
            LastSeen = uptime,
            PresentSince = present ? (bridged ? state.PresentSince : null) ?? uptime : state.PresentSince,
            LastPresent = present ? uptime : state.LastPresent,
        };
        return PassTime(next, sensor, uptime, closedAt);
    }

    /// <summary>Lets time pass.</summary>
    public static DeskState PassTime(DeskState state, SensorProfile sensor, TimeSpan uptime, TimeSpan? closedAt)
    {
        if (state.LastReport is not { } report || state.StartedAt is not { } started)
        {
            return state;
        }

        if (uptime - report >= sensor.SilentAfter)
        {
            return state with { Occupancy = DeskOccupancy.Unknown, LastReport = null, PresentSince = null };
        }

        // That the site opens in the morning is no word of the sensor.
        var trouble = state is { Trouble: SensorTrouble.StuckOn, IsPresent: true } ? SensorTrouble.StuckOn
            : StuckAt(state, closedAt) is { } stuck && uptime >= stuck ? state.IsPresent ? SensorTrouble.StuckOn : SensorTrouble.StuckOff
            : SensorTrouble.None;
        return state with
        {
            Trouble = trouble,
            Occupancy = trouble == SensorTrouble.StuckOn ? DeskOccupancy.Unknown
                : uptime - started < sensor.WarmUp ? state.Occupancy
                : Judge(state, sensor, uptime),
        };
    }

    /// <summary>When the desk wants to be looked at again, and why; null when only a report can change it.</summary>
    public static Deadline? NextDeadline(DeskState state, Desk desk, TimeSpan? closedAt)
    {
        if (state.LastReport is not { } report || desk.Sensor is not { } sensor)
        {
            return null;
        }

        Deadline silent = new(report + sensor.SilentAfter, $"desk {desk.Id}: sensor silent");
        Deadline? change = (state.IsPresent, state.Occupancy) switch
        {
            _ when state.Trouble == SensorTrouble.StuckOn => null,
            (true, not DeskOccupancy.Occupied) => Later(state.PresentSince + sensor.OnDelay, state, sensor, $"desk {desk.Id}: on-delay"),
            (false, not DeskOccupancy.Free) => Later(state.LastPresent + sensor.Hold, state, sensor, $"desk {desk.Id}: hold"),
            _ => null,
        };
        Deadline? stuck = state.Trouble == SensorTrouble.None && StuckAt(state, closedAt) is { } at ? new(at, $"desk {desk.Id}: sensor stuck") : null;
        return Deadline.Earliest(silent, change, stuck);
    }

    // Nobody sits for a day, nor for two hours behind closed doors; nor is a desk left alone for a week.
    private static TimeSpan? StuckAt(DeskState state, TimeSpan? closedAt)
    {
        if (!state.IsPresent)
        {
            return (state.LastPresent ?? state.StartedAt) + StuckOff;
        }

        var open = state.PresentSince + StuckOn;
        var closed = (closedAt > state.PresentSince ? closedAt : closedAt is null ? null : state.PresentSince) + StuckOnClosed;
        return closed < open ? closed : open;
    }

    private static DeskOccupancy Judge(DeskState state, SensorProfile sensor, TimeSpan uptime) =>
        state.IsPresent && uptime - state.PresentSince >= sensor.OnDelay ? DeskOccupancy.Occupied
        : !state.IsPresent && (state.LastPresent is null || uptime - state.LastPresent >= sensor.Hold) ? DeskOccupancy.Free
        : state.Occupancy;

    // Nothing is judged before the warm-up is over.
    private static Deadline? Later(TimeSpan? at, DeskState state, SensorProfile sensor, string why)
    {
        var warm = state.StartedAt + sensor.WarmUp;
        return (at is null || at < warm ? warm : at) is { } due ? new(due, why) : null;
    }
}
