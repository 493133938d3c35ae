using EdgeNode.Core;
using EdgeNode.Hardware;

namespace EdgeNode.Worker;

/// <summary>Where the effects of the loop go: strikes by door, readers by access point. What is not wired is not driven.</summary>
public sealed class SiteOutputs(IReadOnlyDictionary<DoorId, StrikeOutput> strikes, IReadOnlyDictionary<AccessPointId, IReader> readers)
{
    /// <summary>Releases a door.</summary>
    public void Release(DoorId door, TimeSpan atMost) => strikes.GetValueOrDefault(door)?.Release(atMost);

    /// <summary>Keeps a door released.</summary>
    public void Hold(DoorId door, TimeSpan atMost) => strikes.GetValueOrDefault(door)?.Hold(atMost);

    /// <summary>Locks a door.</summary>
    public void Relock(DoorId door) => strikes.GetValueOrDefault(door)?.Relock();

    /// <summary>Tells the person at a reader.</summary>
    public void Signal(AccessPointId accessPoint, ReaderSignal signal) => readers.GetValueOrDefault(accessPoint)?.Signal(signal);
}
