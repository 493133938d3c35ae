using EdgeNode.Core;
using EdgeNode.Hardware;

namespace EdgeNode.Worker;

/// <summary>radar or pir of one desk, with the times that turn readings into occupancy.</summary>
internal static class SensorSection
{
    private static readonly int[] Rates = [9600, 19200, 38400, 57600, 115200, 230400, 256000, 460800];

    public static SensorProfile? Read(MapReader desk, string id, SiteDraft draft)
    {
        var radar = desk.Optional("radar");
        var pir = desk.Optional("pir");
        if (!radar.IsAbsent && !pir.IsAbsent)
        {
            pir.Fail("this desk has both radar and pir; a desk has one sensor", "keep the one that is fitted");
        }

        var profile = radar.Map("radar", map => Radar(map, id, draft)) ?? pir.Map("pir", map => Pir(map, id, draft));
        return profile;
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

    private static SensorProfile Profile(MapReader map, SensorProfile usual) => new(
        Time(map, "warmUp", TimeSpan.Zero, usual.WarmUp),
        Time(map, "onDelay", TimeSpan.Zero, usual.OnDelay),
        Time(map, "gapBridge", TimeSpan.Zero, usual.GapBridge),
        Time(map, "hold", TimeSpan.FromSeconds(1), usual.Hold),
        Time(map, "reportInterval", TimeSpan.FromSeconds(1), usual.ReportInterval));

    private static TimeSpan Time(MapReader map, string key, TimeSpan least, TimeSpan usual) =>
        map.Optional(key).Time(least, TimeSpan.FromHours(2), usual) ?? usual;
}
