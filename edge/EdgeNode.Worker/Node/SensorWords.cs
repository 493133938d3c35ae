using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>Desk sensors that somebody should look after, in words with their cure.</summary>
internal static class SensorWords
{
    /// <summary>One sentence for each such sensor, in the order of the configuration.</summary>
    public static IEnumerable<string> Of(SiteState state) =>
        from desk in state.Definition.Desks
        let words = state.Now is { } now && SensorView.Of(state, desk, now) is { } sensor ? Of(desk, sensor) : null
        where words is not null
        select words;

    private static string? Of(Desk desk, SensorView sensor) => sensor.Warning switch
    {
        SensorWarning.BatteryLow => $"{desk.Name}: {sensor.Battery} % is left in the battery of its sensor; change it.",
        SensorWarning.Silent => $"{desk.Name}: two reports of its sensor are missing, so nobody knows whether it is free; look at its power, its cable and its gateway.",
        _ => null,
    };
}
