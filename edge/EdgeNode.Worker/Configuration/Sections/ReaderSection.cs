using System.Collections.Immutable;
using EdgeNode.Hardware;

namespace EdgeNode.Worker;

/// <summary>The reader of one access point: one of the kinds, or none.</summary>
internal static class ReaderSection
{
    private static readonly ImmutableArray<string> Formats = [.. WiegandFormats.All.Keys];
    private static readonly ImmutableArray<int> BusRates = OsdpLinkSettings.Rates;

    /// <summary>Reads it; null where none is fitted.</summary>
    public static ReaderSettings? Read(MapReader place, string id)
    {
        (Field Field, Func<Field, ReaderSettings?> Read)[] kinds =
        [
            (place.Optional("wiegand"), field => field.Map("Wiegand reader", map => Wiegand(map, id))),
            (place.Optional("osdp"), field => field.Map("OSDP reader", map => Osdp(map, id))),
            (place.Optional("pcsc"), field => field.Map("PC/SC reader", map => new ReaderSettings.Pcsc(new(id), map.Optional("name").Text()))),
            (place.Optional("nfc"), field => field.Map("NFC reader", map => NfcSection.Read(map, new(id)))),
        ];
        var fitted = kinds.Where(kind => !kind.Field.IsAbsent).ToArray();
        foreach (var (field, _) in fitted.Skip(1))
        {
            field.Fail($"reader {Quoted.Text(id)} is of more than one kind", "keep the one that is fitted; give a second reader an id of its own");
        }

        // All kinds are asked, so that the keys of each are known.
        return kinds.Select(kind => kind.Read(kind.Field)).ToArray().FirstOrDefault(reader => reader is not null);
    }

    private static ReaderSettings.Wiegand Wiegand(MapReader map, string id)
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
            map.Optional("formats").Choices(Formats) ?? [.. WiegandFormats.Usual]);
    }

    private static ReaderSettings.Osdp Osdp(MapReader map, string id)
    {
        var rate = map.Optional("baud");
        var baud = rate.Whole(BusRates[0], BusRates[^1], BusRates[0]) ?? BusRates[0];
        if (!BusRates.Contains(baud))
        {
            rate.Fail($"baud is {baud}; a bus runs at {Quoted.Either([.. BusRates.Select(one => $"{one}")])}", "write the rate that is set at the reader, for example baud: 9600");
        }

        var address = map.Optional("address");
        var number = address.Whole(0, OsdpLinkSettings.HighestAddress, 0) ?? 0;
        var port = map.Required("port", "/dev/ttyUSB0").BusPort(baud, address, number, $"reader {id}") ?? "";
        return new(new(id), port, baud, number, map.Optional("secure").Flag() ?? true);
    }
}
