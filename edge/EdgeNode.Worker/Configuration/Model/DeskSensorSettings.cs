using EdgeNode.Core;
using EdgeNode.Hardware.Mqtt;

namespace EdgeNode.Worker;

/// <summary>A sensor at a desk. Closed set.</summary>
public abstract record DeskSensorSettings
{
    private DeskSensorSettings(ResourceId desk) => Desk = desk;

    /// <summary>The desk.</summary>
    public ResourceId Desk { get; }

    /// <summary>An HLK-LD2410 radar on a serial port.</summary>
    /// <param name="Desk">The desk.</param>
    /// <param name="Port">Path of the serial port.</param>
    /// <param name="Baud">Bits per second.</param>
    /// <param name="RangeCm">Targets farther away than this do not sit at this desk.</param>
    public sealed record Radar(ResourceId Desk, string Port, int Baud, int RangeCm) : DeskSensorSettings(Desk);

    /// <summary>A passive infrared sensor (HC-SR501) on a pin, high while it sees movement.</summary>
    /// <param name="Desk">The desk.</param>
    /// <param name="Chip">Pin chip; a label, or <see cref="EdgeNode.Hardware.GpioChips.Header"/>.</param>
    /// <param name="Pin">Line number.</param>
    public sealed record Pir(ResourceId Desk, string Chip, int Pin) : DeskSensorSettings(Desk);

    /// <summary>A time-of-flight chip on an I2C bus.</summary>
    /// <param name="Desk">The desk.</param>
    /// <param name="Kind">The chip.</param>
    /// <param name="Bus">Number of the bus.</param>
    /// <param name="OccupiedBelowCm">Something nearer than this is somebody.</param>
    /// <param name="FreeAboveCm">Nothing nearer than this is nobody.</param>
    public sealed record TimeOfFlight(ResourceId Desk, RangingKind Kind, int Bus, int OccupiedBelowCm, int FreeAboveCm) : DeskSensorSettings(Desk);

    /// <summary>A sensor that speaks MQTT through a gateway.</summary>
    /// <param name="Desk">The desk.</param>
    /// <param name="Kind">The gateway.</param>
    /// <param name="Device">Its name at the gateway.</param>
    /// <param name="Part">Which of its values; null = the usual.</param>
    public sealed record Mqtt(ResourceId Desk, MqttSensorKind Kind, string Device, string? Part) : DeskSensorSettings(Desk);
}
