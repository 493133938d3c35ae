using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>The same trouble at the same door, however often within an hour.</summary>
/// <param name="Number">Sequence of its first record.</param>
/// <param name="Door">Where.</param>
/// <param name="Place">Name of the door.</param>
/// <param name="Kind">What.</param>
/// <param name="First">When it first happened.</param>
/// <param name="Last">When it last began.</param>
/// <param name="Times">How often.</param>
/// <param name="EndedAt">When it ended by itself; null while it goes on.</param>
internal sealed record Incident(
    long Number, DoorId Door, string Place, IncidentKind Kind, DateTimeOffset First, DateTimeOffset Last, int Times, DateTimeOffset? EndedAt);
