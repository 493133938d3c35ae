using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>One door as the rows A6 to A11 say it. Says what it would write into the journal, in the words of <see cref="FactWords"/>.</summary>
internal sealed class ReferenceDoor(
    Door door, ReferenceOpening opening, Action<string> write, Action<ReferencePassage> wentThrough, Action<ReferencePassage> notTaken, Action<ReferencePassage> maybeTwo)
{
    private readonly List<ReferencePassage> _awaited = [];
    private string _contact = "Unknown";
    private string _alarm = "Normal";
    private string _before = "Locked";
    private TimeSpan? _relock;
    private TimeSpan? _openSince;
    private bool _slow;
    private bool _slowOpening;
    private bool _evacuating;

    public DoorId Id => door.Id;

    public string Mode { get; private set; } = "Locked";

    public bool IsReleased => _relock is not null || StaysReleased;

    public bool TakesAccess => Mode is not ("Blocked" or "LockedDown" or "LockedOpen");

    private bool MayStandOpen => StaysReleased || _evacuating;

    private bool StaysReleased => Mode is "Unlocked" or "LockedOpen";

    private TimeSpan OpenTime => door.Timings.OpenTime + (_slowOpening ? door.Timings.ExtendedOpenTime : TimeSpan.Zero);

    public void PassTime(TimeSpan now)
    {
        if (_relock <= now)
        {
            Relock();
        }

        if (MayStandOpen || _openSince is not { } since || _alarm is "DoorOpenTooLong" or "DoorForcedOpen")
        {
            return;
        }

        if (now - since >= OpenTime)
        {
            Alarm("DoorOpenTooLong");
        }
        else if (now - since >= OpenTime * 0.8)
        {
            Alarm("PreAlarm");
        }
    }

    public void Grant(ReferencePassage passage, bool slow, TimeSpan now)
    {
        Release(slow, now);
        if (!_awaited.Contains(passage))
        {
            _awaited.Add(passage);
        }

        if (_contact == "Open" || !door.ContactFitted)
        {
            LetThrough(now);
        }
    }

    public void PressExit(TimeSpan now)
    {
        write($"ExitRequested {door.Id.Value}");
        Release(slow: false, now);
    }

    public void OpenFromAfar(string command, TimeSpan now)
    {
        if (TakesAccess)
        {
            write($"RemoteUnlock {door.Id.Value} {command}");
            Release(slow: false, now);
        }
        else
        {
            write($"CommandDropped {command} DoorModeRefuses");
        }
    }

    public void CutOff()
    {
        write($"StrikeCut {door.Id.Value}");
        Relock();
    }

    public void ChangeContact(string contact, TimeSpan now)
    {
        if (contact == _contact)
        {
            return;
        }

        var known = _contact == "Closed";
        var released = _relock is not null;
        var awaited = _awaited.Count > 0;
        (_contact, _openSince) = (contact, contact == "Open" ? now : null);
        _slowOpening = contact == "Open" && released && _slow;
        write($"DoorContact {door.Id.Value} {contact}");
        if (contact == "Closed")
        {
            Alarm("Normal");
        }
        else if (contact == "Open" && _relock is not null)
        {
            LetThrough(now);
            Relock();
        }
        else if (contact == "Open" && known && !MayStandOpen)
        {
            Alarm("DoorForcedOpen");
        }

        if (!(contact == "Open" && released && awaited) && opening.Change(contact == "Closed", released, now) is { } followed)
        {
            write($"PossiblyTwo {door.Id.Value}{followed.Who}");
            maybeTwo(followed);
        }
    }

    public void Command(string command, string by, TimeSpan now)
    {
        var taken = Takes(command);
        var next = !taken || command == "Access" ? Mode : After(command);
        write($"DoorCommanded {door.Id.Value} {command} {taken} {Mode} {next}{by}");
        if (taken && command == "Access")
        {
            Release(slow: false, now);
        }
        else if (taken)
        {
            Stand(next, now);
        }
    }

    /// <summary>The wiring of the fire alarm has released it, or no longer does: meanwhile it may stand open.</summary>
    public void Evacuate(bool begins, TimeSpan now)
    {
        (_evacuating, _openSince) = (begins, _openSince is null ? null : now);
        if (begins)
        {
            Alarm("Normal");
        }
    }

    /// <summary>After a restart: the modes of the last command that was taken.</summary>
    public void Remember(string mode, string before) => (Mode, _before) = (mode, before);

    public TimeSpan? NextDue()
    {
        TimeSpan? alarm = MayStandOpen || _openSince is not { } since ? null
            : _alarm == "Normal" ? since + (OpenTime * 0.8)
            : _alarm == "PreAlarm" ? since + OpenTime
            : null;
        return alarm is null || _relock <= alarm ? _relock : alarm;
    }

    // The table of refusals of ONVIF Door Control 19.12, 5.5.
    private bool Takes(string command) => Mode switch
    {
        "LockedDown" => command == "LockDownRelease",
        "LockedOpen" => command == "LockOpenRelease",
        "Blocked" => command is not ("Access" or "LockDownRelease" or "LockOpenRelease"),
        _ => command is not ("LockDownRelease" or "LockOpenRelease"),
    };

    private string After(string command) => command switch
    {
        "Lock" => "Locked",
        "Unlock" => "Unlocked",
        "Block" => "Blocked",
        "DoubleLock" => "DoubleLocked",
        "LockDown" => "LockedDown",
        "LockOpen" => "LockedOpen",
        _ => _before,
    };

    private void Stand(string next, TimeSpan now)
    {
        var wasReleased = StaysReleased;
        (_before, Mode) = (Mode, next);
        if (StaysReleased)
        {
            Alarm("Normal");
            return;
        }

        Relock();
        if (wasReleased && _openSince is not null)
        {
            _openSince = now;
        }
    }

    // Nobody's release is shortened by the next.
    private void Release(bool slow, TimeSpan now)
    {
        var until = now + door.Timings.ReleaseTime + (slow ? door.Timings.ExtendedReleaseTime : TimeSpan.Zero);
        (_relock, _slow) = (_relock > until ? _relock : until, slow || (_relock is not null && _slow));
        _slowOpening |= slow && _openSince is not null;
    }

    private void Relock()
    {
        foreach (var passage in _awaited)
        {
            write($"AccessNotTaken {door.Id.Value}{passage.Who}");
            notTaken(passage);
        }

        _awaited.Clear();
        _relock = null;
    }

    private void LetThrough(TimeSpan now)
    {
        var through = _awaited.ToArray();
        _awaited.Clear();
        foreach (var passage in through)
        {
            write($"AccessTaken {door.Id.Value} {(passage.In ? "In" : "Out")}{passage.Who}");
            wentThrough(passage);
        }

        if (through.Length > 0)
        {
            opening.WentThrough(door.ContactFitted ? through : [], now);
        }
    }

    private void Alarm(string alarm)
    {
        if (_alarm != alarm)
        {
            _alarm = alarm;
            write($"DoorAlarmChanged {door.Id.Value} {alarm}");
        }
    }
}
