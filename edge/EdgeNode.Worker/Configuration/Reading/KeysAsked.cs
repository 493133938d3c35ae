namespace EdgeNode.Worker;

/// <summary>
/// Every key that the reading code asked for, with what it accepts; edgenode.schema.json is checked against this, so that
/// schema and code cannot drift apart.
/// </summary>
internal sealed class KeysAsked
{
    private readonly SortedDictionary<string, (bool Required, string Kind)> _keys = new(StringComparer.Ordinal);

    /// <summary>One line per key: path, required or optional, what it accepts.</summary>
    public IEnumerable<string> Lines =>
        _keys.Select(key => $"{key.Key}: {(key.Value.Required ? "required" : "optional")} {key.Value.Kind}");

    public void Ask(string path, bool required) => _keys.TryAdd(path, (required, "text"));

    public void Accepts(string path, string kind) => _keys[path] = (_keys.TryGetValue(path, out var key) && key.Required, kind);
}
