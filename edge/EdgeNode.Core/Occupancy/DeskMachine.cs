namespace EdgeNode.Core;

/// <summary>
/// One desk sensor: raw reading, warm-up, on-delay with bridged gaps, hold, and silence, which is unknown.
/// Every timer runs on uptime.
/// </summary>
public static class DeskMachine
{
    /// <summary>Takes a report of the sensor.</summary>
    public static DeskState Report(DeskState state, bool present, SensorProfile sensor, TimeSpan uptime)
    {
        state = PassTime(state, sensor, uptime);
        var bridged = uptime - state.LastPresent <= sensor.GapBridge || state.IsPresent;
        var next = state with
        {
            StartedAt = state.StartedAt ?? uptime,
            LastReport = uptime,
            PresentSince = present ? (bridged ? state.PresentSince : null) ?? uptime : state.PresentSince,
            LastPresent = present ? uptime : state.LastPresent,
        };
        return PassTime(next, sensor, uptime);
    }

    /// <summary>Lets time pass.</summary>
    public static DeskState PassTime(DeskState state, SensorProfile sensor, TimeSpan uptime)
    {
        if (state.LastReport is not { } report || state.StartedAt is not { } started)
        {
            return state;
        }

        if (uptime - report >= sensor.SilentAfter)
        {
            return DeskState.Initial with { StartedAt = started, Occupancy = DeskOccupancy.Unknown };
        }

        return uptime - started < sensor.WarmUp ? state : state with { Occupancy = Judge(state, sensor, uptime) };
    }

    /// <summary>When the desk wants to be looked at again, and why; null when only a report can change it.</summary>
    public static Deadline? NextDeadline(DeskState state, Desk desk)
    {
        if (state.LastReport is not { } report || desk.Sensor is not { } sensor)
        {
            return null;
        }

        Deadline silent = new(report + sensor.SilentAfter, $"desk {desk.Id}: sensor silent");
        Deadline? change = (state.IsPresent, state.Occupancy) switch
        {
            (true, not DeskOccupancy.Occupied) => Later(state.PresentSince + sensor.OnDelay, state, sensor, $"desk {desk.Id}: on-delay"),
            (false, not DeskOccupancy.Free) => Later(state.LastPresent + sensor.Hold, state, sensor, $"desk {desk.Id}: hold"),
            _ => null,
        };
        return Deadline.Earlier(silent, change);
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
