using System.Threading.Channels;
using EdgeNode.Core;

namespace EdgeNode.Hardware;

/// <summary>
/// A time-of-flight chip that looks at a desk: reports a change at once and else at an interval, and nothing while it cannot tell. The
/// chip may lose its supply or its wires and come back by itself.
/// </summary>
public sealed class DistanceSensor : IDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(1);

    // A chip that was reset stops measuring; the slowest measures ten times a second.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly Func<IRangingChip> _open;
    private readonly Func<DistanceJudge> _newJudge;
    private readonly TimeSpan _interval;
    private readonly Action<bool> _report;
    private readonly DeviceHealth _health;
    private readonly Func<TimeSpan> _uptime;
    private readonly Lock _lock = new();
    private readonly ITimer _timer;
    private IRangingChip? _chip;
    private DistanceJudge _judge;
    private RangeStatus? _blind;
    private bool _begun;
    private bool _closed;
    private TimeSpan _measuredAt;
    private (bool Present, TimeSpan At)? _told;

    /// <summary>Opens the chip's wires and begins to look.</summary>
    /// <param name="open">Opens the wires; called again after trouble.</param>
    /// <param name="desk">The desk.</param>
    /// <param name="limits">Nearer than the first is somebody, farther than the second nobody; cm.</param>
    /// <param name="interval">A report is due after this, also without a change.</param>
    /// <param name="events">Where events go.</param>
    /// <param name="health">Its record.</param>
    /// <param name="time">Timers.</param>
    /// <param name="uptime">The node's uptime.</param>
    /// <exception cref="HardwareMissingException">The wires cannot be opened.</exception>
    public DistanceSensor(
        Func<IRangingChip> open,
        ResourceId desk,
        (int OccupiedBelowCm, int FreeAboveCm) limits,
        TimeSpan interval,
        ChannelWriter<SiteEvent> events,
        DeviceHealth health,
        TimeProvider time,
        Func<TimeSpan> uptime)
    {
        (_open, _interval, _health, _uptime) = (open, interval, health, uptime);
        _newJudge = () => new(limits.OccupiedBelowCm, limits.FreeAboveCm);
        _report = present => events.TryWrite(new SiteEvent.DeskSensed(desk, present));
        _judge = _newJudge();
        _chip = open();
        _timer = time.CreateTimer(_ => Look(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _closed = true;
            _timer.Dispose();
            _chip?.Dispose();
        }
    }

    private void Look()
    {
        lock (_lock)
        {
            // A timer that was already due still fires after it is disposed.
            if (!_closed)
            {
                _timer.Change(LookOnce() ? BetweenLooks : AskAgain, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private bool LookOnce()
    {
        try
        {
            var chip = _chip ??= _open();
            if (!_begun)
            {
                Begin(chip);
            }

            if (chip.Read() is { } measured)
            {
                Take(measured, _uptime());
            }
            else if (_uptime() - _measuredAt >= Patience)
            {
                throw new ChipTroubleException($"The sensor has measured nothing for {Patience.TotalSeconds:0} s and is set up anew. If this comes again, look at its supply of 3.3 V.");
            }

            return true;
        }
        catch (Exception trouble) when (trouble is ChipTroubleException or HardwareMissingException)
        {
            _health.Failed(_uptime(), trouble.Message);
            _health.Link(up: false, _uptime());
            _chip?.Dispose();
            (_chip, _begun) = (null, false);
            return false;
        }
    }

    private void Begin(IRangingChip chip)
    {
        _health.Firmware = chip.Begin();
        (_begun, _measuredAt, _judge, _told) = (true, _uptime(), _newJudge(), null);
    }

    private void Take(Ranging measured, TimeSpan at)
    {
        _measuredAt = at;
        _health.Link(up: true, at);
        if (_judge.Take(measured) is { } present && (_told?.Present != present || at - _told.Value.At >= _interval))
        {
            _told = (present, at);
            _report(present);
        }

        // Told once for each reason: the desk is unknown meanwhile, and somebody will ask why.
        if (measured.Status != RangeStatus.Valid && measured.Status != _blind)
        {
            _health.Failed(at, $"It cannot tell the distance ({measured.Status}). Turn it away from the sun, and let it look at something solid within its range.");
        }

        _blind = measured.Status == RangeStatus.Valid ? null : measured.Status;
    }
}
