using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>An employer that pays hours for its people.</summary>
[JsonConverter(typeof(Json))]
public readonly record struct EmployerId(string Value)
{
    /// <summary>As the network names it.</summary>
    public override string ToString() => Value;

    internal sealed class Json() : TextIdJson<EmployerId>(text => new(text), id => id.Value);
}
