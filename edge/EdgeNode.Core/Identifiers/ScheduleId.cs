using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>One schedule (ONVIF Schedule 19.12).</summary>
[JsonConverter(typeof(Json))]
public readonly record struct ScheduleId(string Value)
{
    /// <summary>The identifier as the network names it.</summary>
    public override string ToString() => Value;

    internal sealed class Json() : TextIdJson<ScheduleId>(text => new(text), id => id.Value);
}
