using EdgeNode.Hardware;

namespace EdgeNode.Worker;

/// <summary>converters: the chips at which supervised inputs of doors hang.</summary>
internal static class ConverterSection
{
    public static void Read(MapReader root, SiteDraft draft) =>
        draft.Converters.AddRange(root.Optional("converters").List("converter", map => Converter(map, draft)));

    private static ConverterSettings Converter(MapReader map, SiteDraft draft)
    {
        var id = draft.ConverterNames.Declare(map.Required("id", "box"));
        var owner = $"converter {id}";
        var kind = map.Required("kind", "mcp3008").Choice<ConverterKind>() ?? ConverterKind.Mcp3008;
        var (spi, select, i2c, address) = (map.Optional("spi"), map.Optional("select"), map.Optional("i2c"), map.Optional("address"));
        var wire = spi.SpiBus(select, owner);
        var number = address.Whole(Ads1115.LowestAddress, Ads1115.HighestAddress, Ads1115.LowestAddress) ?? Ads1115.LowestAddress;
        var bus = i2c.I2cBus(number, owner, "give each converter of a bus an address of its own, by its wire ADDR: 72 to 75");
        if (spi.IsAbsent == (kind == ConverterKind.Mcp3008) || i2c.IsAbsent == (kind == ConverterKind.Ads1115))
        {
            map.Fail(
                $"{owner} is an {kind.ToString().ToLowerInvariant()}, which hangs at {(kind == ConverterKind.Mcp3008 ? "spi" : "i2c")} and nowhere else",
                kind == ConverterKind.Mcp3008 ? "write spi: 0 and select: 0 or 1" : "write i2c: 1, and address: 72 to 75");
        }

        return kind == ConverterKind.Mcp3008
            ? new ConverterSettings.Mcp3008(id, wire?.Bus ?? 0, wire?.Select ?? 0)
            : new ConverterSettings.Ads1115(id, bus ?? 1, number);
    }
}
