using System.Collections.Immutable;

namespace EdgeNode.Worker;

internal sealed partial class Field
{
    /// <summary>Reads a map; null when it is absent or no map.</summary>
    /// <param name="noun">What the map describes, for messages.</param>
    /// <param name="read">Asks for all keys.</param>
    public T? Map<T>(string noun, Func<MapReader, T> read)
        where T : class
    {
        Accepts("map");
        switch (value)
        {
            case null or YamlValue.Refused:
                return null;
            case YamlValue.Map map:
                var reader = new MapReader(map, noun, path, Context);
                var result = read(reader);
                reader.Done();
                return result;
            default:
                TellShape($"a map (the keys of the {noun})", $"write the keys of the {noun} in the lines below, indented, as in site.sample.yaml");
                return null;
        }
    }

    /// <summary>Reads a list of maps; items that are no map are told and left out.</summary>
    public ImmutableArray<T> List<T>(string noun, Func<MapReader, T> read)
        where T : class
    {
        Accepts("list");
        var items = Items($"{key}: and below it one line \"- id: …\" for each {noun}");
        return items is null ? [] : [.. items.Select(item => item.Map(noun, read)).OfType<T>()];
    }

    private List<Field>? Items(string example)
    {
        switch (value)
        {
            case null or YamlValue.Refused:
                return null;
            case YamlValue.List { Items.Length: > 0 } list:
                return [.. list.Items.Select(item => new Field(item, key, $"{path}[]", Context))];
            case YamlValue.List:
                Fail($"{key} is an empty list", $"write {example}, or take the key away");
                return null;
            default:
                TellShape("a list", $"write {example}");
                return null;
        }
    }
}
