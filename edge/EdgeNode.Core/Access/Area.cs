namespace EdgeNode.Core;

/// <summary>An area between doors.</summary>
/// <param name="Id">The area.</param>
/// <param name="Name">Name for people.</param>
/// <param name="HostPrivate">Only the host's own staff; every outsider is refused, booking or not.</param>
public sealed record Area(AreaId Id, string Name, bool HostPrivate)
{
    /// <summary>What happens when somebody enters who was never seen to leave.</summary>
    public AntiPassback AntiPassback { get; init; } = AntiPassback.Off;
}
