using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>One booking, as named by the network. Points to a person at the network, so it prints redacted.</summary>
[JsonConverter(typeof(Json))]
public readonly record struct BookingId(string Value)
{
    /// <summary>Redacted: a booking leads to a person.</summary>
    public override string ToString() => "booking:***";

    internal sealed class Json() : TextIdJson<BookingId>(text => new(text), id => id.Value);
}
