using EdgeNode.Core;

namespace EdgeNode.Hardware;

/// <summary>A reader at an access point, whatever it is made of.</summary>
public interface IReader : IDisposable
{
    /// <summary>Tells the person at the reader.</summary>
    void Signal(ReaderSignal signal);
}
