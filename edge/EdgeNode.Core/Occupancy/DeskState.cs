namespace EdgeNode.Core;

/// <summary>Live state of one desk sensor. All times are on the uptime clock.</summary>
/// <param name="Occupancy">What is shown.</param>
/// <param name="StartedAt">When the sensor was first heard of; warm-up counts from here; null before.</param>
/// <param name="LastReport">Last report of any kind; null before the first and after silence.</param>
/// <param name="PresentSince">Start of the latest presence, short gaps bridged; null before the first.</param>
/// <param name="LastPresent">Last report of presence; null before the first.</param>
public sealed record DeskState(
    DeskOccupancy Occupancy,
    TimeSpan? StartedAt,
    TimeSpan? LastReport,
    TimeSpan? PresentSince,
    TimeSpan? LastPresent)
{
    /// <summary>Unknown until the sensor has spoken.</summary>
    public static readonly DeskState Initial = new(DeskOccupancy.Unknown, null, null, null, null);

    /// <summary>Whether its sensor is to be believed.</summary>
    public SensorTrouble Trouble { get; init; }

    /// <summary>Last sign of life of the sensor, also before it fell silent; null before the first.</summary>
    public TimeSpan? LastSeen { get; init; }

    /// <summary>What was left in its battery, per cent; null = never told.</summary>
    public int? Battery { get; init; }

    /// <summary>How well it was heard, per cent; null = never told.</summary>
    public int? Signal { get; init; }

    /// <summary>Until when the desk is kept for whoever booked it, whatever the sensor says: they have just come, or stepped out; null = not kept.</summary>
    public TimeSpan? KeptUntil { get; init; }

    /// <summary>Whether they were seen to leave the site since.</summary>
    public bool HasLeft { get; init; }

    /// <summary>Whether they tapped the desk's tag on going.</summary>
    public bool IsSteppedOut { get; init; }

    /// <summary>Whether the latest report said that somebody is there.</summary>
    public bool IsPresent => LastReport is not null && LastPresent == LastReport;

    /// <summary>Since when the readings say what is shown: the first that saw somebody, the last that did, or null where nothing tells. Delay and hold do not count.</summary>
    public TimeSpan? Since => Occupancy switch
    {
        DeskOccupancy.Occupied => PresentSince,
        DeskOccupancy.Free => LastPresent,
        _ => null,
    };
}
