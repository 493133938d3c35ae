namespace EdgeNode.Hardware;

/// <summary>
/// The loops of one converter, measured over and over. A state counts once it was measured three times in a row. A converter that fails
/// three times in a row makes all of them silent; it may come back by itself.
/// </summary>
public sealed class SupervisedInputs : IDisposable
{
    private const int Settled = 3;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(1);
    private readonly Func<IAnalogConverter> _open;
    private readonly Watched[] _loops;
    private readonly DeviceHealth _health;
    private readonly Func<TimeSpan> _uptime;
    private readonly Lock _lock = new();
    private readonly ITimer _timer;
    private IAnalogConverter? _converter;
    private int _failures;
    private bool _closed;

    /// <summary>Opens the converter's wires and begins to measure.</summary>
    /// <param name="open">Opens the wires; called again after trouble.</param>
    /// <param name="loops">The loops that are wired to it.</param>
    /// <param name="health">Its record.</param>
    /// <param name="time">Timers.</param>
    /// <param name="uptime">The node's uptime.</param>
    /// <exception cref="HardwareMissingException">The wires cannot be opened.</exception>
    public SupervisedInputs(Func<IAnalogConverter> open, IEnumerable<SupervisedLoop> loops, DeviceHealth health, TimeProvider time, Func<TimeSpan> uptime)
    {
        (_open, _health, _uptime) = (open, health, uptime);
        _loops = [.. loops.Select(loop => new Watched(loop))];
        _converter = open();
        _timer = time.CreateTimer(_ => Look(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _closed = true;
            _timer.Dispose();
            _converter?.Dispose();
        }
    }

    private void Look()
    {
        lock (_lock)
        {
            // A timer that was already due still fires after it is disposed.
            if (!_closed)
            {
                MeasureAll();
                _timer.Change(_failures < Settled ? Between : AskAgain, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void MeasureAll()
    {
        try
        {
            var converter = _converter ??= _open();
            foreach (var loop in _loops)
            {
                loop.Take(LoopLevels.Of(converter.Measure(loop.Channel)));
            }

            _failures = 0;
            _health.Link(up: true, _uptime());
        }
        catch (Exception trouble) when (trouble is ChipTroubleException or HardwareMissingException)
        {
            _failures++;
            _health.Failed(_uptime(), trouble.Message);
            _health.Link(up: false, _uptime());
            _converter?.Dispose();
            _converter = null;
            foreach (var loop in _loops)
            {
                loop.Take(LoopState.Silent);
            }
        }
    }

    private sealed class Watched(SupervisedLoop loop)
    {
        private LoopState? _told;
        private LoopState? _seen;
        private int _times;

        public int Channel => loop.Channel;

        public void Take(LoopState state)
        {
            _times = state == _seen ? _times + 1 : 1;
            _seen = state;
            if (_times >= Settled && state != _told && loop.Changed(state))
            {
                _told = state;
            }
        }
    }
}
