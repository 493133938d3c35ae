using System.Device.Gpio;
using System.Threading.Channels;
using EdgeNode.Core;
using EdgeNode.Hardware;
using EdgeNode.Hardware.Mqtt;
using Microsoft.Extensions.Logging;

namespace EdgeNode.Worker;

/// <summary>Every driver that the configuration names, opened; disposing puts every output into its safe level.</summary>
internal sealed class SiteDevices : IDisposable
{
    private readonly Dictionary<string, GpioController> _chips = [];
    private readonly Dictionary<DoorId, StrikeOutput> _strikes = [];
    private readonly Dictionary<AccessPointId, IReader> _readers = [];
    private readonly List<IDisposable> _inputs = [];
    private readonly List<DeviceHealth> _health = [];
    private MqttSensorLink? _mqtt;

    private SiteDevices()
    {
    }

    /// <summary>Where effects go.</summary>
    public SiteOutputs Outputs => new(_strikes, _readers);

    /// <summary>The record of every device that can tell how it is.</summary>
    public IReadOnlyList<DeviceHealth> Health => _health;

    /// <summary>Opens strikes first, so that every lock is in its safe level before anything can ask for another.</summary>
    /// <exception cref="HardwareMissingException">A device is not there; those opened before are closed again.</exception>
    public static SiteDevices Open(
        SiteConfiguration configuration, NodeParts parts, IdentifierKey key, ChannelWriter<SiteEvent> events, Func<TimeSpan> uptime)
    {
        var devices = OpenDoorsAlone(configuration, parts, events, uptime);
        try
        {
            if (configuration.Gpio == GpioUse.Real)
            {
                devices.OpenReaders(configuration, parts, key, events, uptime);
            }

            devices.OpenDesks(configuration, parts, events, uptime);
            devices.OpenMqtt(configuration, parts, events);
            return devices;
        }
        catch
        {
            devices.Dispose();
            throw;
        }
    }

    /// <summary>Opens strikes, contacts, exit buttons and the fire input, and nothing else.</summary>
    /// <exception cref="HardwareMissingException">A device is not there; those opened before are closed again.</exception>
    public static SiteDevices OpenDoorsAlone(SiteConfiguration configuration, NodeParts parts, ChannelWriter<SiteEvent> events, Func<TimeSpan> uptime)
    {
        var devices = new SiteDevices();
        try
        {
            if (configuration.Gpio == GpioUse.Real)
            {
                devices.OpenDoors(configuration, parts, events);
                devices.OpenSupervised(configuration, parts, events, uptime);
            }

            return devices;
        }
        catch
        {
            devices.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _mqtt?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        foreach (var device in (IEnumerable<IDisposable>)[.. _strikes.Values, .. _readers.Values, .. _inputs, .. _chips.Values])
        {
            device.Dispose();
        }
    }

    private void OpenDoors(SiteConfiguration configuration, NodeParts parts, ChannelWriter<SiteEvent> events)
    {
        foreach (var strike in configuration.Strikes)
        {
            _strikes.Add(strike.Door, new(Chip(strike.Chip, parts), strike.Line, strike.Door, events, parts.Time));
        }

        foreach (var contact in configuration.Contacts)
        {
            _inputs.Add(new ContactInput(
                Chip(contact.Chip, parts), contact.Pin, contact.Normally == ContactRest.Closed, contact.Door, events, parts.Time));
        }

        foreach (var tamper in configuration.Tampers)
        {
            _inputs.Add(new TamperInput(Chip(tamper.Chip, parts), tamper.Pin, tamper.Door, events, parts.Time));
        }

        if (configuration.FireInput is { } fire)
        {
            _inputs.Add(new FireInput(Chip(fire.Chip, parts), fire.Pin, fire.ActiveHigh, events, parts.Time));
        }

        foreach (var button in configuration.ExitButtons)
        {
            _inputs.Add(new ExitButton(Chip(button.Chip, parts), button.Pin, button.ActiveHigh, button.Door, events, parts.Time));
        }
    }

    private void OpenSupervised(SiteConfiguration configuration, NodeParts parts, ChannelWriter<SiteEvent> events, Func<TimeSpan> uptime)
    {
        foreach (var converter in configuration.Converters)
        {
            var loops = configuration.SupervisedInputs.Where(input => input.Converter == converter.Id).Select(input => Loop(input, events));
            _inputs.Add(new SupervisedInputs(() => parts.OpenConverter(converter), loops, HealthOf($"converter {converter.Id}"), parts.Time, uptime));
        }
    }

    private static SupervisedLoop Loop(SupervisedInputSettings input, ChannelWriter<SiteEvent> events) => input.Wire switch
    {
        DoorWire.Contact => SupervisedDoor.Contact(input.Channel, input.Normally == ContactRest.Closed, input.Door, events),
        DoorWire.ExitButton => SupervisedDoor.ExitButton(input.Channel, input.Door, events),
        _ => SupervisedDoor.Tamper(input.Channel, input.Door, events),
    };

    private void OpenReaders(
        SiteConfiguration configuration, NodeParts parts, IdentifierKey key, ChannelWriter<SiteEvent> events, Func<TimeSpan> uptime)
    {
        OsdpBuses.Open(configuration, parts, key, events, uptime, HealthOf, _readers, _inputs);
        foreach (var reader in configuration.Readers.OfType<ReaderSettings.Pcsc>())
        {
            _readers.Add(reader.AccessPoint, new PcscReader(reader.Name, reader.AccessPoint, key, events, HealthOf($"reader {reader.AccessPoint.Value}"), uptime));
        }

        foreach (var reader in configuration.Readers.OfType<ReaderSettings.Nfc>())
        {
            var health = HealthOf($"reader {reader.AccessPoint.Value}");
            var feedback = reader.Led is null && reader.Buzzer is null ? null : new ReaderFeedback(Chip(reader.Chip, parts), reader.Led, reader.Buzzer, parts.Time);
            _readers.Add(reader.AccessPoint, new NfcReader(() => NfcChip(reader), reader.AccessPoint, key, events, health, uptime, feedback));
        }

        foreach (var reader in configuration.Readers.OfType<ReaderSettings.Wiegand>())
        {
            var pins = new WiegandPins(reader.D0, reader.D1, reader.Led, reader.Buzzer);
            _readers.Add(reader.AccessPoint, new WiegandReader(
                Chip(reader.Chip, parts), pins, reader.AccessPoint, reader.Formats, key, events, parts.Time, uptime));
        }
    }

    private static INfcChip NfcChip(ReaderSettings.Nfc reader) => reader.Wire switch
    {
        NfcWire.Serial serial => Pn532.OnSerial(serial.Port),
        NfcWire.I2c i2c => NfcWires.Pn532OnI2c(i2c.Bus),
        NfcWire.Spi spi when reader.Kind == NfcKind.Mfrc522 => NfcWires.Mfrc522OnSpi(spi.Bus, spi.Select),
        NfcWire.Spi spi => NfcWires.Pn532OnSpi(spi.Bus, spi.Select),
        _ => throw new InvalidOperationException($"{reader.Wire} is not handled."),
    };

    private void OpenDesks(SiteConfiguration configuration, NodeParts parts, ChannelWriter<SiteEvent> events, Func<TimeSpan> uptime)
    {
        foreach (var sensor in configuration.DeskSensors)
        {
            var interval = Interval(configuration, sensor);
            switch (sensor)
            {
                case DeskSensorSettings.Radar radar:
                    _inputs.Add(parts.OpenRadar(new(radar.Desk, radar.RangeCm, interval, events, parts.Time), radar));
                    break;
                case DeskSensorSettings.TimeOfFlight chip when configuration.Gpio == GpioUse.Real:
                    _inputs.Add(new DistanceSensor(
                        () => parts.OpenRangingChip(chip), chip.Desk, (chip.OccupiedBelowCm, chip.FreeAboveCm), interval, events, HealthOf($"desk {chip.Desk.Value}"), parts.Time, uptime));
                    break;
                case DeskSensorSettings.Pir pir when configuration.Gpio == GpioUse.Real:
                    _inputs.Add(new PirInput(Chip(pir.Chip, parts), pir.Pin, pir.Desk, interval, events, parts.Time));
                    break;
            }
        }
    }

    // Sockets and their waiting are of the real world, whatever the site's clock says.
    private void OpenMqtt(SiteConfiguration configuration, NodeParts parts, ChannelWriter<SiteEvent> events)
    {
        var settings = configuration.SensorBroker;
        var sensors = configuration.DeskSensors.OfType<DeskSensorSettings.Mqtt>()
            .Select(sensor => MqttSensors.Of(sensor.Kind, sensor.Device, sensor.Part, sensor.Desk, Interval(configuration, sensor))).ToArray();
        if (sensors.Length > 0)
        {
            var broker = new MqttBroker(settings.Host, settings.Port, settings.User, settings.Password?.Read());
            _mqtt = new(broker, sensors, events, parts.RealTime, parts.Logs.CreateLogger<MqttSensorLink>());
        }
    }

    private static TimeSpan Interval(SiteConfiguration configuration, DeskSensorSettings sensor) =>
        configuration.Definition.Desks.First(desk => desk.Id == sensor.Desk).Sensor!.ReportInterval;

    private DeviceHealth HealthOf(string name)
    {
        var health = new DeviceHealth(name);
        _health.Add(health);
        return health;
    }

    private GpioController Chip(string name, NodeParts parts) =>
        _chips.TryGetValue(name, out var chip) ? chip : _chips[name] = parts.OpenChip(name);
}
