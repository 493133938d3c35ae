using System.Collections.Immutable;
using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>Desk sensors that somebody should look after, in words with their cure, for the network; the screen has its own, in its languages.</summary>
internal static class SensorWords
{
    /// <summary>One sentence for each such sensor, in the order of the configuration.</summary>
    public static IEnumerable<string> Of(ImmutableArray<DeskView> desks) => desks.Select(Of).OfType<string>();

    private static string? Of(DeskView desk) => desk.Sensor?.Warning switch
    {
        SensorWarning.BatteryLow => $"{desk.Name}: {desk.Sensor.Battery} % is left in the battery of its sensor; change it.",
        SensorWarning.Silent => $"{desk.Name}: two reports of its sensor are missing, so nobody knows whether it is free; look at its power, its cable and its gateway.",
        _ => null,
    };
}
