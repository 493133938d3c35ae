namespace EdgeNode.Core;

/// <summary>A desk sensor for the screen.</summary>
/// <param name="Battery">What was left in its battery, per cent; null = it tells none, or has none.</param>
/// <param name="Signal">How well it was heard, per cent; null = its gateway tells none.</param>
/// <param name="LastSeen">Its last sign of life, on the site's clock; null = none since the start.</param>
/// <param name="Warning">Why somebody should look after it: silence before a battery that runs out.</param>
public sealed record SensorView(int? Battery, int? Signal, DateTimeOffset? LastSeen, SensorWarning Warning)
{
    private const int LowBattery = 20;

    /// <summary>The sensor of a desk as of a moment; null where none is fitted.</summary>
    public static SensorView? Of(SiteState state, Desk desk, Moment now)
    {
        if (desk.Sensor is not { } sensor)
        {
            return null;
        }

        // A sensor that has said nothing yet has the time since the start.
        var live = state.Desks[desk.Id];
        var warning = now.Uptime - (live.LastSeen ?? TimeSpan.Zero) >= sensor.SilentAfter ? SensorWarning.Silent
            : live.Battery <= LowBattery ? SensorWarning.BatteryLow
            : SensorWarning.None;
        return new(live.Battery, live.Signal, live.LastSeen is { } seen ? state.Definition.TimeZone.Local(now.WallAt(seen)) : null, warning);
    }
}
