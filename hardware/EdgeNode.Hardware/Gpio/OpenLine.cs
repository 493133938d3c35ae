using System.Device.Gpio;

namespace EdgeNode.Hardware;

/// <summary>One line that is open, and who wants its edges.</summary>
internal sealed class OpenLine(int pin, PinMode mode, int file)
{
    private readonly Lock _lock = new();
    private (PinEventTypes Events, PinChangeEventHandler Callback)[] _callbacks = [];
    private uint _sequence;

    public int File => file;

    public PinMode Mode => mode;

    /// <summary>Every kind of edge that somebody wants.</summary>
    public PinEventTypes Wanted => _callbacks.Aggregate(PinEventTypes.None, (all, one) => all | one.Events);

    public void Add(PinEventTypes events, PinChangeEventHandler callback)
    {
        lock (_lock)
        {
            _callbacks = [.. _callbacks, (events, callback)];
        }
    }

    public void Remove(PinChangeEventHandler callback)
    {
        lock (_lock)
        {
            _callbacks = [.. _callbacks.Where(known => known.Callback != callback)];
        }
    }

    public void Tell(object sender, in GpioDevice.Edge edge)
    {
        // The kernel numbers a line's edges one by one and drops what nobody took in time.
        var afterLoss = edge.LineSequence != _sequence + 1;
        _sequence = edge.LineSequence;
        var kind = edge.IsRising ? PinEventTypes.Rising : PinEventTypes.Falling;
        var told = new LineEdge(kind, pin, TimeSpan.FromTicks((long)edge.Nanoseconds / 100), afterLoss);
        foreach (var (events, callback) in _callbacks)
        {
            if (events.HasFlag(kind))
            {
                callback(sender, told);
            }
        }
    }
}
