using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>A loan badge, by what is written on it; never its number.</summary>
[JsonConverter(typeof(Json))]
public readonly record struct LoanBadgeId(string Value)
{
    /// <summary>As it is written on the badge.</summary>
    public override string ToString() => Value;

    internal sealed class Json() : TextIdJson<LoanBadgeId>(text => new(text), id => id.Value);
}
