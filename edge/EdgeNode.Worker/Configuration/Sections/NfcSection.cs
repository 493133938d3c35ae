using EdgeNode.Core;
using EdgeNode.Hardware;

namespace EdgeNode.Worker;

/// <summary>An NFC chip: on exactly one wire, at lines that nothing else uses.</summary>
internal static class NfcSection
{
    private const int Pn532Address = 0x24;

    /// <summary>Reads it.</summary>
    public static ReaderSettings.Nfc Read(MapReader map, AccessPointId id)
    {
        var owner = $"reader {id.Value}";
        var kind = map.Required("kind", "pn532").Choice<NfcKind>();
        var (port, i2c, spi, select) = (map.Optional("port"), map.Optional("i2c"), map.Optional("spi"), map.Optional("select"));
        NfcWire?[] wires =
        [
            port.SerialPort(owner) is { } path ? new NfcWire.Serial(path) : null,
            i2c.I2cBus(Pn532Address, owner, "a bus takes one such chip; put the other on SPI or a serial port") is { } bus ? new NfcWire.I2c(bus) : null,
            spi.SpiBus(select, owner) is var (number, line) ? new NfcWire.Spi(number, line) : null,
        ];
        var chip = map.Optional("chip").Text() ?? GpioChips.Header;
        var (led, buzzer) = (map.Optional("led").Pin(chip, owner), map.Optional("buzzer").Pin(chip, owner));
        if (new[] { port, i2c, spi }.Count(wire => !wire.IsAbsent) != 1)
        {
            map.Fail($"{owner} needs exactly one of port, i2c and spi", "write the one that the chip's switches are set to, for example i2c: 1");
        }

        if (kind == NfcKind.Mfrc522 && spi.IsAbsent)
        {
            map.Fail($"{owner} is an mfrc522, which is driven over spi only", "write spi: 0, and wire it so");
        }

        return new(id, kind ?? NfcKind.Pn532, wires.OfType<NfcWire>().FirstOrDefault() ?? new NfcWire.I2c(1), chip, led, buzzer);
    }
}
