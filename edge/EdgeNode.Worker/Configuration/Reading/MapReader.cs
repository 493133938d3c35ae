namespace EdgeNode.Worker;

/// <summary>
/// Reads one map by its keys. Missing and unknown keys are told at the end, together, so that a misspelt required key is
/// one mistake and not two.
/// </summary>
/// <param name="map">The map as written.</param>
/// <param name="noun">What it describes, for messages: "door".</param>
/// <param name="path">Its path, for the record of keys: "doors[]".</param>
/// <param name="context">Of this reading.</param>
internal sealed class MapReader(YamlValue.Map map, string noun, string path, ReadContext context)
{
    private readonly List<string> _asked = [];
    private readonly Dictionary<string, string> _missing = new(StringComparer.Ordinal);

    public ReadContext Context { get; } = context;

    /// <summary>Where the map begins.</summary>
    public SourcePlace Place => map.Place;

    /// <summary>A key that may be left out.</summary>
    public Field Optional(string key) => Ask(key, required: false);

    /// <summary>A key that must be there; <paramref name="example"/> is told when it is not.</summary>
    public Field Required(string key, string example)
    {
        var field = Ask(key, required: true);
        if (field.IsAbsent)
        {
            _missing.Add(key, example);
        }

        return field;
    }

    /// <summary>A mistake that concerns the map as a whole.</summary>
    public void Fail(string what, string cure) => Context.Errors.Add(map.Entries.Length > 0 ? map.Entries[0].KeyPlace : map.Place, what, cure);

    /// <summary>Tells missing and unknown keys; called once, after the last key was asked for.</summary>
    public void Done()
    {
        foreach (var entry in map.Entries.Where(entry => !_asked.Contains(entry.Key)))
        {
            TellUnknown(entry);
        }

        foreach (var (key, example) in _missing)
        {
            Fail($"key {key} is missing in this {noun}", $"add the line: {key}: {example}".TrimEnd());
        }
    }

    private void TellUnknown(YamlValue.Entry entry)
    {
        var free = _asked.Where(key => map.Entries.All(other => other.Key != key)).ToList();
        var meant = Spelling.Nearest(entry.Key, free);
        if (meant is not null)
        {
            _missing.Remove(meant);
        }

        Context.Errors.Add(
            entry.KeyPlace,
            $"unknown key {Quoted.Text(entry.Key)} in this {noun}",
            meant is null ? $"take it away; the keys here are {string.Join(", ", _asked)}" : $"did you mean {meant}?");
    }

    private Field Ask(string key, bool required)
    {
        var keyPath = path.Length == 0 ? key : $"{path}.{key}";
        _asked.Add(key);
        Context.Asked.Ask(keyPath, required);
        return new(map.Entries.FirstOrDefault(entry => entry.Key == key)?.Value, key, keyPath, Context);
    }
}
