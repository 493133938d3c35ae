namespace EdgeNode.Hardware.Simulated;

/// <summary>The far end of two Wiegand wires: plays a card's bits as pulses of 50 us, one every millisecond.</summary>
/// <param name="time">The world's clocks.</param>
/// <param name="chip">The chip that the wires lead to.</param>
/// <param name="d0">Line of data 0.</param>
/// <param name="d1">Line of data 1.</param>
public sealed class VirtualReader(SimulatedTime time, ScriptedGpioDriver chip, int d0, int d1)
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Pulse = TimeSpan.FromMicroseconds(50);
    private TimeSpan _busyUntil;

    /// <summary>Whether the wires are connected; what is sent meanwhile is lost.</summary>
    public bool Connected { get; set; } = true;

    /// <summary>Both lines idle high, as a reader with power holds them.</summary>
    public void Idle()
    {
        chip.SetInput(d0, true);
        chip.SetInput(d1, true);
    }

    /// <summary>Sends a frame, after the one that is still on the wire.</summary>
    public void Send(string bits)
    {
        var start = _busyUntil > time.Uptime ? _busyUntil : time.Uptime;
        for (var index = 0; index < bits.Length; index++)
        {
            var pin = bits[index] == '1' ? d1 : d0;
            var at = start + (Period * index) - time.Uptime;
            time.After(at, () => Drive(pin, false));
            time.After(at + Pulse, () => Drive(pin, true));
        }

        _busyUntil = start + (Period * (bits.Length + 40));
    }

    private void Drive(int pin, bool high)
    {
        if (Connected)
        {
            chip.SetInput(pin, high);
        }
    }
}
