using System.Text.Json.Serialization;

namespace EdgeNode.Contracts;

/// <summary>A booking in a policy. Leads to a person, so it prints redacted.</summary>
/// <param name="Id">The booking.</param>
/// <param name="Holder">Who may come.</param>
/// <param name="Resource">The desk or room.</param>
/// <param name="Start">Milliseconds since 1970 UTC, inclusive.</param>
/// <param name="End">Milliseconds since 1970 UTC, exclusive.</param>
/// <param name="Made">When it was made, milliseconds since 1970 UTC; null = not known.</param>
/// <param name="Guests">Who may come too, by holder.</param>
/// <param name="HostFirst">Guests only once the holder has come.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PolicyBooking(string Id, string Holder, string Resource, long Start, long End, long? Made, IReadOnlyList<string> Guests, bool HostFirst)
{
    /// <summary>Redacted: a booking leads to a person.</summary>
    public override string ToString() => "booking:***";
}
