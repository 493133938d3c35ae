using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>One desk sensor as the sensors' paper says it: raw, validity, on-delay, bridged gaps, hold, state. Silence is unknown.</summary>
internal sealed class ReferenceDesk(SensorProfile sensor)
{
    private TimeSpan? _heardFirst;
    private TimeSpan? _heard;
    private TimeSpan? _seenFrom;
    private TimeSpan? _seen;

    public string State { get; private set; } = "Unknown";

    private bool Present => _heard is not null && _seen == _heard;

    public void Hear(bool present, TimeSpan now)
    {
        PassTime(now);
        var interrupted = !Present && (_seen is null || now - _seen > sensor.GapBridge);
        if (present && (interrupted || _seenFrom is null))
        {
            _seenFrom = now;
        }

        _heardFirst ??= now;
        _heard = now;
        _seen = present ? now : _seen;
        PassTime(now);
    }

    public void PassTime(TimeSpan now)
    {
        if (_heard is null)
        {
            return;
        }

        if (now - _heard >= sensor.ReportInterval * 2.5)
        {
            (_heard, _seen, _seenFrom, State) = (null, null, null, "Unknown");
            return;
        }

        if (now - _heardFirst < sensor.WarmUp)
        {
            return;
        }

        if (Present && now - _seenFrom >= sensor.OnDelay)
        {
            State = "Occupied";
        }
        else if (!Present && (_seen is null || now - _seen >= sensor.Hold))
        {
            State = "Free";
        }
    }

    /// <summary>When it changes if nothing more is heard; null = it does not.</summary>
    public TimeSpan? NextDue()
    {
        if (_heard is not { } heard)
        {
            return null;
        }

        TimeSpan? change = Present && State != "Occupied" ? _seenFrom + sensor.OnDelay
            : !Present && State != "Free" ? _seen + sensor.Hold ?? TimeSpan.Zero
            : null;
        var warm = _heardFirst + sensor.WarmUp;
        change = change < warm ? warm : change;
        var silent = heard + (sensor.ReportInterval * 2.5);
        return change < silent ? change : silent;
    }
}
