using System.Collections.Immutable;
using EdgeNode.Core;
using EdgeNode.Hardware;

namespace EdgeNode.Worker;

/// <summary>readers of one door: the access points, each with the reader that hangs there.</summary>
internal static class AccessPointSection
{
    private static readonly ImmutableArray<string> Formats = [.. WiegandFormats.All.Keys];

    public static void Read(MapReader door, string doorId, SiteDraft draft) =>
        draft.AccessPoints.AddRange(door.Optional("readers").List("reader", map => AccessPoint(map, doorId, draft)));

    private static AccessPoint AccessPoint(MapReader map, string doorId, SiteDraft draft)
    {
        var id = draft.AccessPointNames.Declare(map.Required("id", "street-in"));
        var direction = map.Optional("direction").Choice<Direction>() ?? Direction.In;
        var reader = map.Optional("wiegand").Map("Wiegand reader", wiegand => Wiegand(wiegand, id));
        if (reader is not null)
        {
            draft.Readers.Add(reader);
        }

        return new(new(id), new(doorId), direction);
    }

    private static WiegandReaderSettings Wiegand(MapReader map, string id)
    {
        var chip = map.Optional("chip").Text() ?? GpioChips.Header;
        var owner = $"reader {id}";
        return new(
            new(id),
            chip,
            map.Required("d0", "5").Pin(chip, owner) ?? 0,
            map.Required("d1", "6").Pin(chip, owner) ?? 0,
            map.Optional("led").Pin(chip, owner),
            map.Optional("buzzer").Pin(chip, owner),
            map.Optional("formats").Choices(Formats) ?? Formats);
    }
}
