namespace EdgeNode.Hardware.Simulated;

/// <summary>Two wires with a controller at one end and everybody else on them: all hear the controller, it hears all.</summary>
/// <param name="time">The world's clocks.</param>
/// <param name="controller">The controller.</param>
/// <param name="listeners">Who hangs on the wires.</param>
internal sealed class VirtualBus(SimulatedTime time, OsdpController controller, params IBusListener[] listeners)
{
    private readonly PriorityQueue<byte[], TimeSpan> _onTheWay = new();

    /// <summary>Messages that the controller sent.</summary>
    public List<byte[]> Sent { get; } = [];

    /// <summary>Told what anybody but the controller says.</summary>
    public event Action<byte[]>? Answered;

    /// <summary>Lets time pass.</summary>
    public void Run(TimeSpan length)
    {
        var end = time.Uptime + length;
        while (time.Uptime < end)
        {
            Speak();
            var next = controller.Due(time.Uptime);
            next = _onTheWay.TryPeek(out _, out var arrives) && arrives < next ? arrives : next;
            // A controller that is due and says nothing looks again a little later.
            next = next > time.Uptime ? next : time.Uptime + TimeSpan.FromMilliseconds(1);
            time.AdvanceTo(next < end ? next : end);
            while (_onTheWay.TryPeek(out var bytes, out arrives) && arrives <= time.Uptime)
            {
                _onTheWay.Dequeue();
                controller.Receive(bytes, time.Uptime);
            }
        }
    }

    private void Speak()
    {
        var message = controller.Send(time.Uptime);
        if (message.Length == 0)
        {
            return;
        }

        Sent.Add(message);
        foreach (var (after, bytes) in listeners.SelectMany(listener => listener.Hear(message, time.Uptime).ToArray()))
        {
            Answered?.Invoke(bytes);
            _onTheWay.Enqueue(bytes, time.Uptime + after);
        }
    }
}
