namespace EdgeNode.Core;

/// <summary>How readings of one sensor type become occupancy.</summary>
/// <param name="WarmUp">Readings this soon after start are ignored.</param>
/// <param name="OnDelay">Presence must last this long before a free desk counts as occupied.</param>
/// <param name="GapBridge">Absence shorter than this does not break the on-delay.</param>
/// <param name="Hold">A desk is vacant only after this long without presence.</param>
/// <param name="ReportInterval">The sensor's own reporting interval; silent for 2.5 times this = unknown.</param>
public sealed record SensorProfile(
    TimeSpan WarmUp,
    TimeSpan OnDelay,
    TimeSpan GapBridge,
    TimeSpan Hold,
    TimeSpan ReportInterval)
{
    /// <summary>Passive infrared, HC-SR501: 60 s warm-up, 15 min hold.</summary>
    public static readonly SensorProfile Pir = new(
        TimeSpan.FromSeconds(60), TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(1));

    /// <summary>24 GHz radar, HLK-LD2410: 20 s on-delay, gaps under 30 s bridged, 3 min hold.</summary>
    public static readonly SensorProfile Radar = new(
        TimeSpan.Zero, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(10));

    /// <summary>Infrared behind a Zigbee gateway (Aqara): blind for 60 s after a hit, cleared by software at 90 s; 15 min hold.</summary>
    public static readonly SensorProfile Zigbee = Pir with { WarmUp = TimeSpan.Zero };

    /// <summary>Time of flight, VL53L0X: 2 min hold.</summary>
    public static readonly SensorProfile TimeOfFlight = new(
        TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(10));

    /// <summary>LoRaWAN, Milesight VS340/341: judges by itself, reports on change and by a heartbeat; 1 h unless the site says otherwise.</summary>
    public static readonly SensorProfile Heartbeat = new(
        TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));

    /// <summary>How long a sensor may be silent before its desk is unknown.</summary>
    public TimeSpan SilentAfter => ReportInterval * 2.5;
}
