using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>One step of one door in the making.</summary>
internal sealed class DoorStepping(DoorState state, Door door, TimeSpan uptime)
{
    // The driver lets go by itself soon after the loop has stopped renewing.
    private static readonly TimeSpan HoldFor = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan RenewAfter = TimeSpan.FromSeconds(30);
    private readonly ImmutableArray<Effect>.Builder _effects = ImmutableArray.CreateBuilder<Effect>();
    private ImmutableArray<Passage> _taken = [];

    public DoorState State { get; set; } = state;

    public Door Door { get; } = door;

    public TimeSpan Uptime { get; } = uptime;

    public void Record(JournalFact fact) => _effects.Add(new Effect.Record(fact));

    /// <summary>Releases the door for one passage; whoever was released before for longer keeps that time.</summary>
    public void Release(bool extended)
    {
        var asked = Uptime + Door.Timings.Release(extended);
        var relock = State.RelockAt is { } before && before > asked ? before : asked;
        if (!State.Standing.IsReleased())
        {
            _effects.Add(new Effect.ReleaseStrike(Door.Id, relock - Uptime));
        }

        State = State with
        {
            RelockAt = relock,
            Extended = extended || (State.RelockAt is not null && State.Extended),
            ExtendedOpening = State.ExtendedOpening || (extended && State.OpenedAt is not null),
        };
    }

    public void Await(Passage passage)
    {
        if (!State.Awaited.Contains(passage))
        {
            State = State with { Awaited = State.Awaited.Add(passage) };
        }
    }

    public void TakeAwaited()
    {
        foreach (var passage in State.Awaited)
        {
            Record(new JournalFact.AccessTaken(Door.Id, passage.Direction) { Who = passage.Who });
        }

        _taken = _taken.AddRange(State.Awaited);
        State = State with { Awaited = [] };
    }

    /// <summary>Ends the release for one passage; whoever is still awaited did not go through. The strike goes where the standing mode says.</summary>
    public void EndAccess()
    {
        foreach (var passage in State.Awaited)
        {
            Record(new JournalFact.AccessNotTaken(Door.Id) { Who = passage.Who });
        }

        State = State with { RelockAt = null, Awaited = [] };
        ToStanding();
    }

    /// <summary>Drives the strike as the standing mode says.</summary>
    public void ToStanding()
    {
        if (State.Standing.IsReleased())
        {
            _effects.Add(new Effect.HoldStrike(Door.Id, HoldFor));
            State = State with { RenewAt = Uptime + RenewAfter };
        }
        else
        {
            _effects.Add(new Effect.RelockStrike(Door.Id));
            State = State with { RenewAt = null };
        }
    }

    public void Raise(DoorAlarm alarm)
    {
        if (State.Alarm != alarm)
        {
            Record(new JournalFact.DoorAlarmChanged(Door.Id, alarm));
            State = State with { Alarm = alarm };
        }
    }

    public DoorStep Done() => new(State, _effects.ToImmutable(), _taken);
}
