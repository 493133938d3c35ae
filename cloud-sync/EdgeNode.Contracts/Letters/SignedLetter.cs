using System.Text.Json.Serialization;

namespace EdgeNode.Contracts;

/// <summary>A letter with an Ed25519 signature over its kind and its canonical bytes without the signature. It travels in canonical bytes only.</summary>
public abstract record SignedLetter : Letter
{
    /// <summary>64 bytes as lower-case hex; null = not signed yet.</summary>
    [JsonPropertyOrder(int.MaxValue)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Signature { get; init; }
}
