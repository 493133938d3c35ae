using System.Text.Json;

namespace EdgeNode.Worker.Tests;

public sealed class SchemaTests
{
    /// <summary>The sample has every section, so reading it asks for every key that exists.</summary>
    [Fact]
    public void The_schema_has_exactly_the_keys_that_the_code_accepts()
    {
        var context = new ReadContext("/etc/edgenode");
        SiteConfigurationReader.Read(ConfigurationFixture.Sample, context);

        using var schema = JsonDocument.Parse(File.ReadAllText(ConfigurationFixture.BesideProgram("edgenode.schema.json")));
        var written = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Walk(schema.RootElement, "", written);

        Assert.Equal(context.Asked.Lines.Order(StringComparer.Ordinal), written.Values.Order(StringComparer.Ordinal));
    }

    private static void Walk(JsonElement map, string path, SortedDictionary<string, string> lines)
    {
        Assert.False(map.GetProperty("additionalProperties").GetBoolean(), $"{path} would take unknown keys");
        var required = map.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()).ToList() : [];
        foreach (var property in map.GetProperty("properties").EnumerateObject())
        {
            var keyPath = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            Line(property.Value, keyPath, required.Contains(property.Name), lines);
        }
    }

    private static void Line(JsonElement value, string path, bool required, SortedDictionary<string, string> lines)
    {
        var kind = Kind(value);
        lines.Add(path, $"{path}: {(required ? "required" : "optional")} {kind}");
        if (kind == "map")
        {
            Walk(value, path, lines);
        }
        else if (kind == "list")
        {
            Line(value.GetProperty("items"), $"{path}[]", required: false, lines);
        }
    }

    private static string Kind(JsonElement value)
    {
        if (value.TryGetProperty("enum", out var words))
        {
            return $"choice {string.Join('|', words.EnumerateArray())}";
        }

        if (value.TryGetProperty("$ref", out var reference))
        {
            var name = reference.GetString()!["#/$defs/".Length..];
            return name == "id" ? "text" : name;
        }

        return value.GetProperty("type").GetString() switch
        {
            "integer" => $"whole {value.GetProperty("minimum")}..{value.GetProperty("maximum")}",
            "boolean" => "flag",
            "array" => "list",
            "object" => "map",
            "string" => "text",
            var other => $"unknown {other}",
        };
    }
}
