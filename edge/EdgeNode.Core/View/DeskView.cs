namespace EdgeNode.Core;

/// <summary>A desk for the screen.</summary>
/// <param name="Id">The desk.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Status">What is drawn.</param>
public sealed record DeskView(ResourceId Id, string Name, DeskStatus Status)
{
    /// <summary>How its sensor is; null where none is fitted.</summary>
    public SensorView? Sensor { get; init; }
}
