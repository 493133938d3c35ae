using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>One desk sensor as the sensors' paper says it: raw, validity, on-delay, bridged gaps, hold, state. Silent or stuck is unknown.</summary>
internal sealed class ReferenceDesk(SensorProfile sensor)
{
    private static readonly TimeSpan LongAbsence = TimeSpan.FromMinutes(45);
    private TimeSpan? _heardFirst;
    private TimeSpan? _heard;
    private TimeSpan? _seenFrom;
    private TimeSpan? _seen;
    private TimeSpan? _keptUntil;
    private bool _hasLeft;

    public string State { get; private set; } = "Unknown";

    public string Trouble { get; private set; } = "None";

    /// <summary>Last raw reading of somebody.</summary>
    public TimeSpan? Seen => _seen;

    private bool Present => _heard is not null && _seen == _heard;

    public void Hear(bool present, TimeSpan now, TimeSpan? closedAt)
    {
        Look(now, closedAt);
        var interrupted = !Present && (_seen is null || now - _seen >= sensor.GapBridge);
        if (present && (interrupted || _seenFrom is null))
        {
            _seenFrom = now;
        }

        _heardFirst ??= now;
        _heard = now;
        _hasLeft = _hasLeft && (!present || _seen == now);
        _seen = present ? now : _seen;
        Look(now, closedAt);
    }

    public void PassTime(TimeSpan now, TimeSpan? closedAt)
    {
        if (NextDue(closedAt) <= now)
        {
            Look(now, closedAt);
        }
    }

    /// <summary>Whoever booked it has come, or comes again: it is theirs for three quarters of an hour, whatever the sensor says.</summary>
    public void Come(TimeSpan now) => (_keptUntil, _hasLeft) = (now + LongAbsence, false);

    /// <summary>Whoever sat here was seen to leave the site.</summary>
    public void Leave() => _hasLeft = true;

    /// <summary>Since when a desk that is booked counts as left for good; null while somebody is there, or nobody knows.</summary>
    public TimeSpan? LeftForGood(TimeSpan now)
    {
        if (State != "Free")
        {
            return null;
        }

        var absent = (_seen ?? _heardFirst) + LongAbsence;
        return _hasLeft ? now : _keptUntil > absent ? _keptUntil : absent;
    }

    /// <summary>When it changes if nothing more is heard; null = it does not.</summary>
    public TimeSpan? NextDue(TimeSpan? closedAt)
    {
        if (_heard is not { } heard)
        {
            return null;
        }

        TimeSpan? change = Trouble == "StuckOn" ? null
            : Present && State != "Occupied" ? _seenFrom + sensor.OnDelay
            : !Present && State != "Free" ? _seen + sensor.Hold ?? TimeSpan.Zero
            : null;
        var warm = _heardFirst + sensor.WarmUp;
        change = change < warm ? warm : change;
        var silent = heard + (sensor.ReportInterval * 2.5);
        var next = change < silent ? change : silent;
        var stuck = StuckAt(closedAt);
        return Trouble == "None" && stuck < next ? stuck : next;
    }

    private void Look(TimeSpan now, TimeSpan? closedAt)
    {
        if (_heard is null)
        {
            return;
        }

        if (now - _heard >= sensor.ReportInterval * 2.5)
        {
            (_heard, _seenFrom, State) = (null, null, "Unknown");
            return;
        }

        Trouble = Trouble == "StuckOn" && Present ? Trouble : !(now >= StuckAt(closedAt)) ? "None" : Present ? "StuckOn" : "StuckOff";
        if (Trouble == "StuckOn")
        {
            State = "Unknown";
        }
        else if (now - _heardFirst < sensor.WarmUp)
        {
            return;
        }
        else if (Present && now - _seenFrom >= sensor.OnDelay)
        {
            State = "Occupied";
        }
        else if (!Present && (_seen is null || now - _seen >= sensor.Hold))
        {
            State = "Free";
        }
    }

    // Somebody for a day, or for two hours of a closed site; nobody for a week.
    private TimeSpan? StuckAt(TimeSpan? closedAt)
    {
        if (!Present)
        {
            return (_seen ?? _heardFirst) + TimeSpan.FromDays(7);
        }

        var day = _seenFrom + TimeSpan.FromHours(24);
        var behindClosedDoors = (closedAt > _seenFrom ? closedAt : _seenFrom) + TimeSpan.FromHours(2);
        return closedAt is not null && behindClosedDoors < day ? behindClosedDoors : day;
    }
}
