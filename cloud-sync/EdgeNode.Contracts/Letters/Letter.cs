using System.Text.Json.Serialization;

namespace EdgeNode.Contracts;

/// <summary>One letter between a site and the hub. Its canonical bytes are UTF-8 JSON: members in declared order, no spaces.</summary>
public abstract record Letter
{
    /// <summary>The version of every letter that this program writes and reads.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Version of the letter's shape.</summary>
    [JsonPropertyOrder(-1)]
    public int V { get; init; } = CurrentVersion;
}
