using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml.Linq;

namespace EdgeNode.Contracts.Tests;

/// <summary>Writes the AsyncAPI 3.0 page of all letters from the code itself: topics, directions, members, types, and the words of their documentation.</summary>
internal sealed class AsyncApi
{
    private static readonly NullabilityInfoContext Nullability = new();
    private readonly XDocument _words = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "EdgeNode.Contracts.xml"));
    private readonly SortedDictionary<string, Type> _schemas = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();

    public static string Write(IReadOnlyList<LetterKind> kinds) => new AsyncApi().Page(kinds);

    private string Page(IReadOnlyList<LetterKind> kinds)
    {
        Line(0, "# Written from the code by a test of tests/EdgeNode.Contracts.Tests; EDGENODE_GOLDEN=renew writes it anew.");
        Line(0, "asyncapi: 3.0.0");
        Line(0, "info:");
        Line(1, "title: EdgeNode, letters between sites and their network");
        Line(1, "version: 1.0.0");
        Line(1, "description: A site writes up and reads down under its own name only. Every letter has v = 1; another version is refused with an alert.");
        Line(0, "channels:");
        foreach (var kind in kinds)
        {
            Line(1, $"{kind.Name}:");
            Line(2, $"address: {kind.Address}");
            Line(2, $"messages: {{ {kind.Letter.Name}: {{ $ref: '#/components/messages/{kind.Letter.Name}' }} }}");
            foreach (var parameter in Parameters(kind.Address).Select((name, index) => (name, index)))
            {
                if (parameter.index == 0)
                {
                    Line(2, "parameters:");
                }

                Line(3, $"{parameter.name}: {{}}");
            }

            Line(2, $"x-retained: {(kind.Retained ? "true" : "false")}");
        }

        Line(0, "operations:");
        foreach (var kind in kinds)
        {
            Line(1, $"{(kind.Up ? "site" : "hub")}Sends{kind.Name}: {{ action: send, channel: {{ $ref: '#/channels/{kind.Name}' }} }}");
        }

        Line(0, "components:");
        Line(1, "messages:");
        foreach (var letter in kinds.Select(kind => (kind.Letter, kind.Content)).Distinct().OrderBy(letter => letter.Letter.Name, StringComparer.Ordinal))
        {
            Line(2, $"{letter.Letter.Name}:");
            Line(3, $"contentType: {letter.Content}");
            Line(3, $"payload: {{ $ref: '#/components/schemas/{letter.Letter.Name}' }}");
            _schemas[letter.Letter.Name] = letter.Letter;
        }

        Line(1, "schemas:");
        var written = new HashSet<string>();
        while (_schemas.Values.FirstOrDefault(type => written.Add(type.Name)) is { } next)
        {
            Schema(next);
        }

        return _text.ToString();
    }

    private static IEnumerable<string> Parameters(string address) =>
        address.Split('/').Where(word => word.StartsWith('{')).Select(word => word.Trim('{', '}'));

    private void Schema(Type type)
    {
        Line(2, $"{type.Name}:");
        Line(3, "type: object");
        Line(3, $"description: {Quoted(Words(type, "summary", null))}");
        var strict = type.GetCustomAttribute<JsonUnmappedMemberHandlingAttribute>() is not null;
        Line(3, $"additionalProperties: {(strict ? "false" : "true")}");
        var members = type.GetProperties().Where(member => member.GetCustomAttribute<JsonIgnoreAttribute>() is null or { Condition: not JsonIgnoreCondition.Always }
            && member.Name != "EqualityContract").OrderBy(member => member.GetCustomAttribute<JsonPropertyOrderAttribute>()?.Order ?? 0).ToArray();
        Line(3, $"required: [{string.Join(", ", members.Where(member => member.Name != nameof(SignedLetter.Signature)).Select(Name))}]");
        Line(3, "properties:");
        foreach (var member in members)
        {
            var words = Words(type, "param", member.Name);
            Line(4, $"{Name(member)}: {{ {Shape(member.PropertyType, Nullability.Create(member).ReadState == NullabilityState.Nullable)}{(words.Length == 0 ? "" : $", description: {Quoted(words)}")} }}");
        }
    }

    private string Shape(Type type, bool nullable)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Shape(inner, nullable: true);
        }

        string Of(string name) => nullable ? $"type: [{name}, 'null']" : $"type: {name}";
        if (type == typeof(string))
        {
            return Of("string");
        }

        if (type == typeof(byte[]))
        {
            return $"{Of("string")}, contentEncoding: base64";
        }

        if (type == typeof(DateOnly))
        {
            return $"{Of("string")}, format: date";
        }

        if (type == typeof(bool))
        {
            return Of("boolean");
        }

        if (type == typeof(int) || type == typeof(long))
        {
            return Of("integer");
        }

        if (type.IsGenericType)
        {
            return $"{Of("array")}, items: {{ {Shape(type.GetGenericArguments()[0], nullable: false)} }}";
        }

        _schemas[type.Name] = type;
        return $"$ref: '#/components/schemas/{type.Name}'";
    }

    private string Words(Type type, string element, string? name)
    {
        var member = _words.Descendants("member").FirstOrDefault(member => member.Attribute("name")?.Value == $"T:{type.FullName}");
        var found = member?.Elements(element).FirstOrDefault(words => name is null || words.Attribute("name")?.Value == name);
        return found is null ? "" : string.Join(' ', string.Concat(found.Nodes().Select(Plain)).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Plain(XNode node) => node switch
    {
        XElement { Name.LocalName: "c" } code => code.Value,
        XElement reference => (reference.Attribute("cref") ?? reference.Attribute("name"))?.Value.Split('.', ':')[^1] ?? "",
        _ => node.ToString(SaveOptions.DisableFormatting).Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal),
    };

    private static string Name(PropertyInfo member) => JsonNamingPolicy.CamelCase.ConvertName(member.Name);

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private void Line(int depth, string text) => _text.Append(CultureInfo.InvariantCulture, $"{new string(' ', depth * 2)}{text}\n");
}
