namespace EdgeNode.Worker.Tests;

public sealed class WiringPageTests
{
    private static readonly SiteConfiguration Sample = ConfigurationFixture.Read(ConfigurationFixture.Sample).Configuration!;

    // Positions of the 40-pin header, as printed beside it in the documentation of the Raspberry Pi.
    [Theory]
    [InlineData(2, 3)]
    [InlineData(4, 7)]
    [InlineData(17, 11)]
    [InlineData(27, 13)]
    [InlineData(22, 15)]
    [InlineData(25, 22)]
    [InlineData(5, 29)]
    [InlineData(26, 37)]
    [InlineData(21, 40)]
    public void A_line_is_at_its_position(int line, int position) => Assert.Equal(position, Header.PositionOf(line));

    [Fact]
    public void The_header_has_each_of_its_28_lines_once_and_12_supplies()
    {
        Assert.Equal(40, Header.All.Length);
        Assert.Equal(Enumerable.Range(0, 28), Enumerable.Range(0, 60).Where(line => Header.PositionOf(line) is not null));
        Assert.Equal([6, 9, 14, 20, 25, 30, 34, 39], Enumerable.Range(1, 40).Where(position => Header.All[position - 1] == "GND"));
        Assert.Equal([1, 17], Enumerable.Range(1, 40).Where(position => Header.All[position - 1] == "3.3 V"));
        Assert.Equal([2, 4], Enumerable.Range(1, 40).Where(position => Header.All[position - 1] == "5 V"));
    }

    [Fact]
    public void Each_wire_of_the_sample_is_in_the_table_and_at_its_place_in_the_drawing()
    {
        var page = WiringPage.Of(Sample).Split('\n');
        Assert.Contains("  17      11  door street               strike, fail-secure   high = released", page);
        Assert.Contains("  23      16  door meeting              lock, fail-safe       low = released", page);
        Assert.Contains("   2       3  reader host-parcel        SDA                   I2C, 3.3 V", page);
        Assert.Contains("  reader host-in: OSDP at /dev/ttyUSB1, address 0, 9600 baud", page);
        Assert.Single(page, line => line.Contains("street strike (GPIO 17)  11 o o 12  host contact (GPIO 18)", StringComparison.Ordinal));
        Assert.Equal(20, page.Count(line => line.Contains(" o o ", StringComparison.Ordinal)));
        Assert.All(PinPlan.Of(Sample), use => Assert.NotEqual("", use.Place));
    }
}
