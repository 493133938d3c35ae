using System.Collections.Immutable;
using EdgeNode.Hardware;

namespace EdgeNode.Worker;

/// <summary>Every line that a site's file uses, and for what.</summary>
internal static class PinPlan
{
    private const string HighIsOn = "high = on";
    private const string Pulses = "high at rest, pulses low";

    /// <summary>By door, then converters, readers, fire input, desks.</summary>
    public static ImmutableArray<PinUse> Of(SiteConfiguration site) =>
    [
        .. site.Definition.Doors.SelectMany(door => OfDoor(site, door.Id)),
        .. site.Converters.SelectMany(OfConverter),
        .. site.Readers.SelectMany(OfReader),
        .. site.FireInput is { } fire ? [new PinUse(fire.Chip, fire.Pin, "site", "fire alarm", fire.ActiveHigh ? "high = alarm" : "low = alarm")] : ImmutableArray<PinUse>.Empty,
        .. site.DeskSensors.OfType<DeskSensorSettings.TimeOfFlight>().SelectMany(chip => I2c(chip.Bus, $"desk {chip.Desk.Value}")),
        .. site.DeskSensors.OfType<DeskSensorSettings.Pir>().Select(pir => new PinUse(pir.Chip, pir.Pin, $"desk {pir.Desk.Value}", "PIR", "high = movement")),
    ];

    private static IEnumerable<PinUse> OfDoor(SiteConfiguration site, Core.DoorId door) =>
        site.Strikes.Where(strike => strike.Door == door).Select(strike => new PinUse(strike.Chip, strike.Pin, $"door {door.Value}",
            strike.Wiring == StrikeWiring.FailSecure ? "strike, fail-secure" : "lock, fail-safe", strike.Line.ReleasedLevel ? "high = released" : "low = released"))
        .Concat(site.Contacts.Where(contact => contact.Door == door).Select(contact =>
            new PinUse(contact.Chip, contact.Pin, $"door {door.Value}", "contact", contact.Normally == ContactRest.Closed ? "low = shut" : "high = shut")))
        .Concat(site.ExitButtons.Where(button => button.Door == door).Select(button =>
            new PinUse(button.Chip, button.Pin, $"door {door.Value}", "exit button", button.ActiveHigh ? "high = pressed" : "low = pressed")))
        .Concat(site.Tampers.Where(tamper => tamper.Door == door).Select(tamper => new PinUse(tamper.Chip, tamper.Pin, $"door {door.Value}", "tamper loop", "low = all shut")));

    private static PinUse[] OfConverter(ConverterSettings converter) => converter switch
    {
        ConverterSettings.Mcp3008 chip => Spi(chip.Bus, chip.Select, $"converter {chip.Id}"),
        ConverterSettings.Ads1115 chip => I2c(chip.Bus, $"converter {chip.Id}"),
        _ => [],
    };

    private static IEnumerable<PinUse> OfReader(ReaderSettings reader)
    {
        var place = $"reader {reader.AccessPoint.Value}";
        return reader switch
        {
            ReaderSettings.Wiegand wiegand =>
                [new(wiegand.Chip, wiegand.D0, place, "D0", Pulses), new(wiegand.Chip, wiegand.D1, place, "D1", Pulses), .. Feedback(wiegand.Chip, place, wiegand.Led, wiegand.Buzzer)],
            ReaderSettings.Nfc nfc => [.. OfBus(nfc.Wire, place), .. Feedback(nfc.Chip, place, nfc.Led, nfc.Buzzer)],
            _ => [],
        };
    }

    private static IEnumerable<PinUse> Feedback(string chip, string place, int? led, int? buzzer)
    {
        if (led is { } light)
        {
            yield return new(chip, light, place, "light", HighIsOn);
        }

        if (buzzer is { } sound)
        {
            yield return new(chip, sound, place, "buzzer", HighIsOn);
        }
    }

    private static IEnumerable<PinUse> OfBus(NfcWire wire, string place) => Lines(wire).Select(use => use with { Place = place });

    // Buses 0 of SPI and 1 of I2C are those of the header on every Raspberry Pi.
    private static PinUse[] Lines(NfcWire wire) => wire switch
    {
        NfcWire.I2c i2c => I2c(i2c.Bus, ""),
        NfcWire.Spi spi => Spi(spi.Bus, spi.Select, ""),
        NfcWire.Serial { Port: "/dev/serial0" or "/dev/ttyAMA0" } => [Wire(14, "TX of the board", "UART"), Wire(15, "RX of the board", "UART")],
        _ => [],
    };

    private static PinUse[] I2c(int bus, string place) => bus == 1 ? [Wire(2, "SDA", "I2C") with { Place = place }, Wire(3, "SCL", "I2C") with { Place = place }] : [];

    private static PinUse[] Spi(int bus, int select, string place) => bus != 0 ? []
        : [.. new[] { Wire(10, "MOSI", "SPI"), Wire(9, "MISO", "SPI"), Wire(11, "SCK", "SPI"), Wire(select == 0 ? 8 : 7, "select", "SPI") }.Select(use => use with { Place = place })];

    private static PinUse Wire(int line, string what, string bus) => new(GpioChips.Header, line, "", what, $"{bus}, 3.3 V", bus);
}
