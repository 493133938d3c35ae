namespace EdgeNode.Hardware.Simulated;

/// <summary>
/// An HLK-LD2410 that sends its report frames into a serial line. The real one sends ten a second; this one sends at every
/// change and every five seconds, and loses a still sitter now and then, as the real one does.
/// </summary>
public sealed class VirtualRadar : VirtualDesk, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private readonly ITimer _timer;
    private SerialLine? _line;
    private int _sent;

    /// <summary>Begins to send.</summary>
    public VirtualRadar(SimulatedTime time) => _timer = time.CreateTimer(_ => Send(), null, Interval, Interval);

    /// <summary>What takes the bytes.</summary>
    public delegate void SerialLine(ReadOnlySpan<byte> bytes);

    /// <summary>Plugs the line into something that reads it.</summary>
    public void Connect(SerialLine? line) => _line = line;

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    /// <inheritdoc/>
    protected override void Changed() => Send();

    private void Send()
    {
        if (Silent || _line is null)
        {
            return;
        }

        // One report in a hundred misses a sitter: shorter than the gap that is bridged.
        var seen = Taken && ++_sent % 100 != 0;
        byte state = seen ? (byte)2 : (byte)0;
        _line([0xF4, 0xF3, 0xF2, 0xF1, 13, 0, 2, 0xAA, state, 0, 0, 0, (byte)(seen ? 60 : 0), 0, (byte)(seen ? 59 : 0), 0, 0, 0x55, 0, 0xF8, 0xF7, 0xF6, 0xF5]);
    }
}
