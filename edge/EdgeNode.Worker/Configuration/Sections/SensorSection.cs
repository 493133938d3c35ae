using EdgeNode.Core;
using EdgeNode.Hardware;
using EdgeNode.Hardware.Mqtt;

namespace EdgeNode.Worker;

/// <summary>radar, pir, timeOfFlight or mqtt of one desk, with the times that turn readings into occupancy.</summary>
internal static class SensorSection
{
    private const int UsualOccupiedBelowCm = 70;
    private const int UsualFreeAboveCm = 90;
    private static readonly int[] Rates = [9600, 19200, 38400, 57600, 115200, 230400, 256000, 460800];

    public static SensorProfile? Read(MapReader desk, string id, SiteDraft draft)
    {
        (string Key, Field Field, Func<MapReader, SensorProfile> Read)[] kinds =
        [
            ("radar", desk.Optional("radar"), map => Radar(map, id, draft)),
            ("pir", desk.Optional("pir"), map => Pir(map, id, draft)),
            ("timeOfFlight", desk.Optional("timeOfFlight"), map => TimeOfFlight(map, id, draft)),
            ("mqtt", desk.Optional("mqtt"), map => Mqtt(map, id, draft)),
        ];
        var fitted = kinds.Where(kind => !kind.Field.IsAbsent).ToArray();
        if (fitted.Length > 1)
        {
            fitted.First(kind => kind.Key != "radar").Field.Fail(
                $"this desk has both {fitted[0].Key} and {fitted[1].Key}; a desk has one sensor", "keep the one that is fitted");
        }

        // All kinds are asked, so that the keys of each are known.
        return kinds.Select(kind => kind.Field.Map(kind.Key, kind.Read)).ToArray().FirstOrDefault(profile => profile is not null);
    }

    private static SensorProfile Radar(MapReader map, string desk, SiteDraft draft)
    {
        var port = map.Required("port", "/dev/ttyUSB0").SerialPort($"the radar of desk {desk}") ?? "";
        var rate = map.Optional("baud");
        var baud = rate.Whole(Rates[0], Rates[^1], 256000) ?? 256000;
        if (!Rates.Contains(baud))
        {
            rate.Fail($"baud is {baud}; a radar speaks at {Quoted.Either([.. Rates.Select(one => $"{one}")])}", "write for example baud: 256000 (LD2410C) or baud: 57600 (LD2410)");
        }

        draft.DeskSensors.Add(new DeskSensorSettings.Radar(new(desk), port, baud, map.Optional("rangeCm").Whole(20, 600, 150) ?? 150));
        return Profile(map, SensorProfile.Radar);
    }

    private static SensorProfile Pir(MapReader map, string desk, SiteDraft draft)
    {
        var chip = map.Optional("chip").Text() ?? GpioChips.Header;
        var pin = map.Required("pin", "26").Pin(chip, $"the pir of desk {desk}") ?? 0;
        draft.DeskSensors.Add(new DeskSensorSettings.Pir(new(desk), chip, pin));
        return Profile(map, SensorProfile.Pir);
    }

    private static SensorProfile TimeOfFlight(MapReader map, string desk, SiteDraft draft)
    {
        var kind = map.Required("kind", "vl53l0x").Choice<RangingKind>() ?? RangingKind.Vl53l0x;
        var bus = map.Required("i2c", "1").I2cBus(
            Vl53l0x.Address, $"the sensor of desk {desk}", "all such sensors begin with one address; give each a bus of its own (dtoverlay=i2c-gpio or i2c-mux)") ?? 1;
        var occupied = map.Optional("occupiedBelowCm").Whole(10, 300, UsualOccupiedBelowCm) ?? UsualOccupiedBelowCm;
        var free = map.Optional("freeAboveCm");
        var above = free.Whole(10, 400, UsualFreeAboveCm) ?? Math.Max(UsualFreeAboveCm, occupied);
        if (above < occupied)
        {
            free.Fail($"freeAboveCm is {above}, which is nearer than occupiedBelowCm: {occupied}", $"write for example freeAboveCm: {occupied + 20}");
        }

        draft.DeskSensors.Add(new DeskSensorSettings.TimeOfFlight(new(desk), kind, bus, occupied, above));
        return Profile(map, SensorProfile.TimeOfFlight);
    }

    private static SensorProfile Mqtt(MapReader map, string desk, SiteDraft draft)
    {
        var kind = map.Required("kind", "zigbee2mqtt").Choice<MqttSensorKind>() ?? MqttSensorKind.Zigbee2mqtt;
        var field = map.Required("device", "desk-4");
        var device = field.Text() ?? "desk";
        if (device.AsSpan().ContainsAny("+#"))
        {
            field.Fail($"{Quoted.Text(device)} holds a wildcard; a sensor has one name", "write the name that its gateway shows");
        }

        draft.DeskSensors.Add(new DeskSensorSettings.Mqtt(new(desk), kind, device, map.Optional("part").Text()));
        return Profile(map, kind switch
        {
            MqttSensorKind.Zigbee2mqtt => SensorProfile.Zigbee,
            MqttSensorKind.ChirpStack => SensorProfile.Heartbeat,
            _ => SensorProfile.Pir,
        });
    }

    private static SensorProfile Profile(MapReader map, SensorProfile usual) => new(
        Time(map, "warmUp", TimeSpan.Zero, usual.WarmUp),
        Time(map, "onDelay", TimeSpan.Zero, usual.OnDelay),
        Time(map, "gapBridge", TimeSpan.Zero, usual.GapBridge),
        Time(map, "hold", TimeSpan.FromSeconds(1), usual.Hold),
        Time(map, "reportInterval", TimeSpan.FromSeconds(1), usual.ReportInterval));

    private static TimeSpan Time(MapReader map, string key, TimeSpan least, TimeSpan usual) =>
        map.Optional(key).Time(least, TimeSpan.FromHours(48), usual) ?? usual;
}
