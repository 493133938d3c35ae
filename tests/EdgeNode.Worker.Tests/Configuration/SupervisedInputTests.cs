using EdgeNode.Core;

namespace EdgeNode.Worker.Tests;

public sealed class SupervisedInputTests
{
    private const string Spi = "{ id: box, kind: mcp3008, spi: 0, select: 1 }";
    private const string I2c = "{ id: box, kind: ads1115, i2c: 1 }";

    [Theory]
    [InlineData(Spi, "contact: { }", "the contact of door street needs either pin or converter")]
    [InlineData(Spi, "contact: { pin: 27, converter: box, channel: 0 }", "the contact of door street needs either pin or converter")]
    [InlineData(Spi, "contact: { converter: box }", "the contact of door street needs the channel of converter")]
    [InlineData(Spi, "contact: { converter: bax, channel: 0 }", "did you mean box?")]
    [InlineData(Spi, "contact: { converter: box, channel: 8 }", "channel is 8; it must be from 0 to 7")]
    [InlineData(I2c, "contact: { converter: box, channel: 4 }", "converter box has channels 0 to 3; this is 4")]
    [InlineData(Spi, "contact: { converter: box, channel: 0 }\n    tamper: { converter: box, channel: 0 }", "channel 0 of converter box is used already by the contact of door street")]
    [InlineData(Spi, "exitButton: { converter: box, channel: 0, activeHigh: true }", "activeHigh means nothing at a converter")]
    [InlineData(Spi, "tamper: { pin: 10 }", "pin 10 of chip header")]
    [InlineData("{ id: box, kind: mcp3008, i2c: 1 }", "contact: { pin: 27 }", "converter box is an mcp3008, which hangs at spi and nowhere else")]
    [InlineData("{ id: box, kind: ads1115 }", "contact: { pin: 27 }", "converter box is an ads1115, which hangs at i2c and nowhere else")]
    [InlineData("{ id: box, kind: ads1115, i2c: 1, address: 40 }", "contact: { pin: 27 }", "address is 40; it must be from 72 to 75")]
    [InlineData("{ id: a, kind: ads1115, i2c: 1 }, { id: b, kind: ads1115, i2c: 1 }", "contact: { pin: 27 }", "address 0x48 of I2C bus 1 is used already by converter a")]
    [InlineData("{ id: a, kind: mcp3008, spi: 0 }, { id: a, kind: mcp3008, spi: 0, select: 1 }", "contact: { pin: 27 }", "exists already")]
    public void An_input_that_cannot_work_is_refused_with_its_cure(string converters, string door, string mistake)
    {
        var errors = Read(converters, door).Errors.Select(error => $"{error}").ToArray();
        Assert.True(errors.Any(error => error.Contains(mistake, StringComparison.Ordinal)), string.Join('\n', errors));
    }

    [Fact]
    public void Loops_at_converters_and_plain_wires_stand_side_by_side()
    {
        var site = Read(
            $"{Spi}, {{ id: other, kind: ads1115, i2c: 3, address: 75 }}",
            "contact: { converter: box, channel: 7, normally: open }\n    exitButton: { converter: other, channel: 0 }\n    tamper: { pin: 5 }").Configuration!;
        Assert.Equal([new ConverterSettings.Mcp3008("box", 0, 1), new ConverterSettings.Ads1115("other", 3, 75)], site.Converters);
        Assert.Equal(
            [new(new("street"), DoorWire.Contact, "box", 7, ContactRest.Open), new(new("street"), DoorWire.ExitButton, "other", 0, ContactRest.Closed)],
            site.SupervisedInputs);
        Assert.Equal([new(new("street"), "header", 5)], site.Tampers);
        Assert.Empty(site.Contacts);
        Assert.Empty(site.ExitButtons);
        Assert.True(site.Definition.Doors[0].ContactFitted);
    }

    private static ConfigurationResult Read(string converters, string door) =>
        ConfigurationFixture.Read($"converters: [{converters}]\n" + ConfigurationFixture.With("strike: { pin: 17, wiring: failSecure }", $"strike: {{ pin: 17, wiring: failSecure }}\n    {door}"));
}
