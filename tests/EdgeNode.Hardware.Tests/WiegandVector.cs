using System.Text.Json;
using System.Text.Json.Nodes;

namespace EdgeNode.Hardware.Tests;

/// <summary>One published card: what is printed on it and what comes over the wire. Sources are named in Vectors/wiegand.json.</summary>
internal sealed record WiegandVector(string Format, long Facility, long Number, string Bits)
{
    public static WiegandVector[] Rows { get; } = Read();

    public override string ToString() => $"{Format} {Facility}/{Number}";

    private static WiegandVector[] Read()
    {
        using var file = typeof(WiegandVector).Assembly.GetManifestResourceStream("wiegand.json")!;
        var root = JsonNode.Parse(file)!;
        return [.. root["rows"]!.AsArray().Concat(root["secondRows"]!.AsArray())
            .Select(row => row.Deserialize<WiegandVector>(JsonSerializerOptions.Web)!)];
    }
}
