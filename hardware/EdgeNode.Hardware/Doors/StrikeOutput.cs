using System.Device.Gpio;
using System.Threading.Channels;
using EdgeNode.Core;

namespace EdgeNode.Hardware;

/// <summary>
/// The output that releases a door, with a dead-man of its own: whatever becomes of the loop, no release lasts longer than it was
/// asked for, and no sequence of releases holds the door open beyond the budget.
/// </summary>
public sealed class StrikeOutput : IDisposable
{
    private readonly GpioController _gpio;
    private readonly StrikePin _wiring;
    private readonly DoorId _door;
    private readonly ChannelWriter<SiteEvent> _events;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly ITimer _deadMan;
    private readonly StrikeBudget _budget = new();
    private long? _releasedAt;
    private bool _held;

    /// <summary>Opens the line in its locked level: no pulse.</summary>
    public StrikeOutput(GpioController gpio, StrikePin wiring, DoorId door, ChannelWriter<SiteEvent> events, TimeProvider time)
    {
        (_gpio, _wiring, _door, _events, _time) = (gpio, wiring, door, events, time);
        _deadMan = time.CreateTimer(_ => CutOff(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        gpio.OpenPin(wiring.Pin, PinMode.Output, Level(released: false));
    }

    /// <summary>Longest single release, whatever is asked for.</summary>
    public static TimeSpan MaxRelease { get; } = TimeSpan.FromSeconds(120);

    /// <summary>The loop is given this much longer than it asked for before the dead-man cuts.</summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Releases the door, or keeps it released, for at most a time; shorter where the budget ends sooner, not at all where it is spent. A held door is released already.</summary>
    public void Release(TimeSpan atMost)
    {
        lock (_lock)
        {
            if (_held)
            {
                return;
            }

            var now = _time.GetTimestamp();
            var left = _budget.Left(Elapsed(now), _releasedAt is { } since ? Elapsed(since) : null);
            var allowed = Least(Least(atMost, MaxRelease) + Grace, left);
            if (allowed <= TimeSpan.Zero)
            {
                _events.TryWrite(new SiteEvent.StrikeCutOff(_door));
                return;
            }

            _releasedAt ??= now;
            _gpio.Write(_wiring.Pin, Level(released: true));
            _deadMan.Change(allowed, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>
    /// Keeps the door released for a mode of it, for at most a time; comes again before that. Outside the budget, which bounds what
    /// taps can do: a mode is somebody's express wish.
    /// </summary>
    public void Hold(TimeSpan atMost)
    {
        lock (_lock)
        {
            Spend();
            _held = true;
            _gpio.Write(_wiring.Pin, Level(released: true));
            _deadMan.Change(Least(atMost, MaxRelease), Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Locks the door.</summary>
    public void Relock()
    {
        lock (_lock)
        {
            Lock();
        }
    }

    /// <summary>Locks the door and closes the line.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            Lock();
            _deadMan.Dispose();
            _gpio.ClosePin(_wiring.Pin);
        }
    }

    private void CutOff()
    {
        lock (_lock)
        {
            if (_releasedAt is not null || _held)
            {
                Lock();
                _events.TryWrite(new SiteEvent.StrikeCutOff(_door));
            }
        }
    }

    private void Lock()
    {
        _gpio.Write(_wiring.Pin, Level(released: false));
        _deadMan.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _held = false;
        Spend();
    }

    private void Spend()
    {
        if (_releasedAt is { } since)
        {
            _budget.Spend(Elapsed(since), Elapsed(_time.GetTimestamp()));
            _releasedAt = null;
        }
    }

    private TimeSpan Elapsed(long timestamp) => _time.GetElapsedTime(0, timestamp);

    private PinValue Level(bool released) => _wiring.ReleasedLevel == released ? PinValue.High : PinValue.Low;

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
