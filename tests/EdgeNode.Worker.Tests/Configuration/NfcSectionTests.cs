namespace EdgeNode.Worker.Tests;

public sealed class NfcSectionTests
{
    [Theory]
    [InlineData("{ id: a, nfc: { kind: pn532 } }", "reader a needs exactly one of port, i2c and spi")]
    [InlineData("{ id: a, nfc: { kind: pn532, i2c: 1, spi: 0 } }", "reader a needs exactly one of port, i2c and spi")]
    [InlineData("{ id: a, nfc: { kind: mfrc522, i2c: 1 } }", "which is driven over spi only")]
    [InlineData("{ id: a, nfc: { kind: pn432, i2c: 1 } }", "did you mean pn532?")]
    [InlineData("{ id: a, nfc: { kind: pn532, i2c: 1 } }, { id: b, nfc: { kind: pn532, i2c: 1 } }", "address 0x24 of I2C bus 1 is used already by reader a")]
    [InlineData("{ id: a, nfc: { kind: pn532, spi: 0 } }, { id: b, nfc: { kind: mfrc522, spi: 0, select: 0 } }", "select line 0 of SPI bus 0 is used already by reader a")]
    [InlineData("{ id: a, wiegand: { d0: 10, d1: 6 } }, { id: b, nfc: { kind: mfrc522, spi: 0 } }", "SPI bus 0 needs pin 10 of chip header, which reader a uses")]
    [InlineData("{ id: a, nfc: { kind: pn532, i2c: 1 } }, { id: b, wiegand: { d0: 3, d1: 6 } }", "pin 3 of chip header is used already by I2C bus 1")]
    [InlineData("{ id: a, nfc: { kind: mfrc522, spi: 0, select: 2 } }", "select is 2; it must be from 0 to 1")]
    [InlineData("{ id: a, nfc: { kind: pn532, port: serial0 } }", "is no serial port")]
    public void A_chip_that_cannot_work_is_refused_with_its_cure(string readers, string mistake)
    {
        var result = Read(readers);
        Assert.Contains(result.Errors, error => $"{error}".Contains(mistake, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_chips_share_an_SPI_bus_and_each_wire_is_read()
    {
        var result = Read("{ id: a, nfc: { kind: mfrc522, spi: 0, led: 5 } }, { id: b, nfc: { kind: pn532, spi: 0, select: 1 } }, { id: c, nfc: { kind: pn532, i2c: 1 } }, { id: d, nfc: { kind: pn532, port: /dev/serial0 } }");
        Assert.Empty(result.Errors);
        Assert.Equal(
            [new NfcWire.Spi(0, 0), new NfcWire.Spi(0, 1), new NfcWire.I2c(1), new NfcWire.Serial("/dev/serial0")],
            result.Configuration!.Readers.Cast<ReaderSettings.Nfc>().Select(reader => reader.Wire));
    }

    private static ConfigurationResult Read(string readers) =>
        ConfigurationFixture.Read(ConfigurationFixture.With("to: floor", $"to: floor\n    readers: [{readers}]"));
}
