using EdgeNode.Core;
using EdgeNode.Hardware;

namespace EdgeNode.HostileWorld;

/// <summary>A reader's light and buzzer, heard by the world.</summary>
internal sealed class HeardReader(AccessPointId id, Action<AccessPointId, ReaderSignal> heard) : IReader
{
    public void Signal(ReaderSignal signal) => heard(id, signal);

    public void Dispose()
    {
    }
}
