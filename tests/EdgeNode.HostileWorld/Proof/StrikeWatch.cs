using EdgeNode.Core;
using EdgeNode.Hardware.Simulated;

namespace EdgeNode.HostileWorld;

/// <summary>Looks at the pins of the strikes: released only for a journalled cause, never longer than asked for, never more than three minutes in five.</summary>
internal sealed class StrikeWatch
{
    private const string NoCause = "no strike energised without a journalled grant, mode or command";
    private const string Bound = "no strike energised longer than its bound in any window";
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(501);
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(3) + TimeSpan.FromMilliseconds(1);
    private readonly WorldClock _clock;
    private readonly Dictionary<int, WatchedStrike> _byPin = [];
    private readonly Dictionary<string, WatchedStrike> _byDoor = [];

    public StrikeWatch(WorldClock clock)
    {
        _clock = clock;
        foreach (var door in WorldSite.Configuration.Definition.Doors)
        {
            var watched = new WatchedStrike(door, WorldSite.Wires(door.Id));
            _byPin[watched.Wires.Strike] = watched;
            _byDoor[door.Id.Value] = watched;
        }
    }

    /// <summary>A fact is handed to the journal: it may be the cause of what the strikes do in this step.</summary>
    public void Hear(JournalFact fact)
    {
        switch (fact)
        {
            case JournalFact.AccessGranted granted:
                Cause(granted.Door);
                break;
            case JournalFact.ExitRequested exit:
                Cause(exit.Door);
                break;
            case JournalFact.RemoteUnlock remote:
                Cause(remote.Door);
                break;
            case JournalFact.DoorCommanded { Taken: true, Command: DoorCommand.Access } command:
                Cause(command.Door);
                break;
            case JournalFact.DoorCommanded { Taken: true } command:
                Stand(command);
                break;
            case JournalFact.StrikeCut cut:
                _byDoor[cut.Door.Value].Cut = _clock.Uptime;
                break;
        }
    }

    /// <summary>A step is over: its causes are used up.</summary>
    public void StepDone()
    {
        foreach (var strike in _byDoor.Values)
        {
            strike.Caused = false;
        }
    }

    /// <summary>After a start, modes are what the journal says.</summary>
    public void Remember(IEnumerable<JournalEntry> entries)
    {
        foreach (var strike in _byDoor.Values)
        {
            strike.Stays = false;
        }

        foreach (var entry in entries)
        {
            if (entry.Fact is JournalFact.DoorCommanded { Taken: true, Command: not DoorCommand.Access } command)
            {
                Stand(command);
            }
        }
    }

    /// <summary>Whether the dead-man or the budget cut a door a short while ago.</summary>
    public bool WasCut(string door) => _clock.Uptime - _byDoor[door].Cut <= Window + TimeSpan.FromSeconds(30);

    public void OutputChanged(int pin, bool high)
    {
        var strike = _byPin[pin];
        if (high == strike.Wires.ReleasedHigh)
        {
            if (!strike.Caused && !strike.Stays)
            {
                throw new BrokenPromiseException(NoCause, $"door {strike.Door.Id.Value} is released");
            }

            (strike.Since, strike.ByMode) = (_clock.Uptime, strike.Stays);
        }
        else if (strike.Since is { } since)
        {
            strike.Since = null;
            Ended(strike, since);
        }
    }

    private void Ended(WatchedStrike strike, TimeSpan since)
    {
        var now = _clock.Uptime;
        var timings = strike.Door.Timings;
        if (strike.ByMode)
        {
            return;
        }

        if (now - strike.CausedAt > timings.ReleaseTime + timings.ExtendedReleaseTime + Grace)
        {
            throw new BrokenPromiseException(Bound, $"door {strike.Door.Id.Value} was released {now - strike.CausedAt} after its last cause");
        }

        strike.Spent.Enqueue((since, now));
        while (strike.Spent.Peek().To <= now - Window)
        {
            strike.Spent.Dequeue();
        }

        var sum = TimeSpan.Zero;
        foreach (var (from, to) in strike.Spent)
        {
            sum += to - (from > now - Window ? from : now - Window);
        }

        if (sum > Most)
        {
            throw new BrokenPromiseException(Bound, $"door {strike.Door.Id.Value} was released {sum} within {Window}");
        }
    }

    private void Cause(DoorId door)
    {
        var strike = _byDoor[door.Value];
        (strike.Caused, strike.CausedAt) = (true, _clock.Uptime);
    }

    private void Stand(JournalFact.DoorCommanded command)
    {
        var strike = _byDoor[command.Door.Value];
        strike.Stays = command.After is DoorMode.Unlocked or DoorMode.LockedOpen;
        strike.ByMode |= strike.Stays;
    }

    private sealed class WatchedStrike(Door door, DoorWires wires)
    {
        public Door Door => door;

        public DoorWires Wires => wires;

        public bool Caused { get; set; }

        public TimeSpan CausedAt { get; set; }

        public bool Stays { get; set; }

        public bool ByMode { get; set; }

        public TimeSpan? Since { get; set; }

        public TimeSpan Cut { get; set; } = TimeSpan.FromDays(-1);

        public Queue<(TimeSpan From, TimeSpan To)> Spent { get; } = new();
    }
}
