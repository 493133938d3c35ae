using System.Text.Json.Serialization;

namespace EdgeNode.Contracts;

/// <summary>A site asks the hub for parts of its policy, or for the difference to the one that it has.</summary>
/// <param name="Version">Version of the policy.</param>
/// <param name="Parts">Indexes of the parts wanted.</param>
public sealed record PolicyWant(long Version, IReadOnlyList<int> Parts) : Letter
{
    /// <summary>Version of the policy that the site has, when a difference to it will do; null = parts only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Have { get; init; }
}
