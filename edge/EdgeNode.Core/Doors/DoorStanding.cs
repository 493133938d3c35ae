namespace EdgeNode.Core;

/// <summary>The mode in which a door stands, as a checkpoint remembers it.</summary>
/// <param name="Door">The door.</param>
/// <param name="Standing">Its mode.</param>
/// <param name="Before">The mode before it.</param>
/// <param name="HoursActedAt">When its unlock hours last did something with it.</param>
public sealed record DoorStanding(DoorId Door, DoorMode Standing, DoorMode Before, DateTimeOffset? HoursActedAt)
{
    /// <summary>What its safety sheet said.</summary>
    public DoorAcceptance Acceptance { get; init; }

    /// <summary>Hash of that sheet.</summary>
    public string? Sheet { get; init; }
}
