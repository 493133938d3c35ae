using System.Collections.Immutable;

namespace EdgeNode.Worker;

/// <summary>The file as written, with places. Closed set.</summary>
internal abstract record YamlValue
{
    private YamlValue(SourcePlace place) => Place = place;

    public SourcePlace Place { get; }

    /// <summary>A text, number or flag.</summary>
    /// <param name="Text">Without quotes.</param>
    /// <param name="Plain">Written without quotes.</param>
    /// <param name="Place">Where.</param>
    public sealed record Scalar(string Text, bool Plain, SourcePlace Place) : YamlValue(Place);

    /// <summary>Keys with values; each key once.</summary>
    public sealed record Map(ImmutableArray<Entry> Entries, SourcePlace Place) : YamlValue(Place);

    /// <summary>Items in order.</summary>
    public sealed record List(ImmutableArray<YamlValue> Items, SourcePlace Place) : YamlValue(Place);

    /// <summary>Something that was refused and told already.</summary>
    public sealed record Refused(SourcePlace Place) : YamlValue(Place);

    /// <summary>One key of a map.</summary>
    public sealed record Entry(string Key, SourcePlace KeyPlace, YamlValue Value);

    /// <summary>Whether nothing is written here.</summary>
    public bool IsEmpty => this is Scalar { Plain: true, Text: "" or "~" or "null" };
}
