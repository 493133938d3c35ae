using System.Globalization;
using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>
/// The second opinion: a site written from the product's papers, not from Core's code, with lists and loops. It is given the same
/// events and says what must be journalled, which doors are released, and what is known of each desk.
/// </summary>
internal sealed class ReferenceSite
{
    private readonly SiteDefinition _site;
    private readonly ReferencePlan _plan;
    private readonly Func<long, PolicyLetter> _letters;
    private readonly Dictionary<string, ReferenceDoor> _doors = [];
    private readonly Dictionary<string, ReferenceUnlock> _unlocks = [];
    private readonly HashSet<string> _readersDown = [];
    private readonly List<string> _written = [];
    private readonly ReferenceBookings _bookings;
    private readonly ReferenceUsage _usage;
    private readonly ReferenceDesks _desks;
    private readonly ReferenceSeats _seats;
    private readonly ReferenceWhereabouts _whereabouts;
    private readonly ReferenceGuesses _guesses;
    private ReferenceRights _rights;
    private Moment? _last;
    private DateOnly? _day;
    private bool _journalTakes = true;
    private bool _evacuating;
    private bool _fire;

    /// <summary>A site that has just been started.</summary>
    /// <param name="site">What stands there.</param>
    /// <param name="letters">The network's letter of a version.</param>
    /// <param name="version">The one that the site has.</param>
    /// <param name="remembered">Its journal, oldest first.</param>
    public ReferenceSite(SiteDefinition site, Func<long, PolicyLetter> letters, long version, IEnumerable<JournalEntry> remembered)
    {
        (_site, _letters, _plan) = (site, letters, new(site));
        _rights = new(site, _plan, letters(version));
        _bookings = new(site.Rules, _written.Add);
        _usage = new(site, _written.Add);
        _desks = new(site, _bookings, _usage, _written.Add);
        _seats = new(site, _plan, _bookings, _usage, _desks.All, _written.Add);
        _whereabouts = new(site);
        _guesses = new(site.Rules.Guesses, _written.Add);
        _bookings.Replace(_rights.Letter);
        foreach (var door in site.Doors)
        {
            _doors[door.Id.Value] = new(
                door, new(site.Rules.PossiblyTwoAfter), _written.Add, passage => GoThrough(door, passage), _seats.NotTaken, passage => _usage.MayBeTwo(passage.Holder.Ref));
            if (WorldSite.UnlockHours(door.Id.Value) is { } hours)
            {
                _unlocks[door.Id.Value] = new(hours, door.FirstPersonIn, _doors[door.Id.Value]);
            }
        }

        foreach (var entry in remembered)
        {
            Remember(entry);
        }
    }

    public IReadOnlyCollection<ReferenceSession> Sessions => _usage.Open;

    /// <summary>Takes one event; returns what must have been journalled by it.</summary>
    public IReadOnlyList<string> Take(SiteEvent @event, Moment now)
    {
        _written.Clear();
        PassTime(now);
        _last = now;
        switch (@event)
        {
            case SiteEvent.Started:
                _written.Add("SiteStarted");
                break;
            case SiteEvent.IdentifierPresented tap:
                Tap(tap.AccessPoint.Value, tap.Token.Value, now.Uptime - tap.ReadAt, now);
                break;
            case SiteEvent.ReadFaulty read:
                _written.Add($"ReadRejected {read.AccessPoint.Value} {read.Fault}");
                break;
            case SiteEvent.ReaderLinkChanged link:
                if (link.Up ? _readersDown.Remove(link.AccessPoint.Value) : _readersDown.Add(link.AccessPoint.Value))
                {
                    _written.Add($"ReaderLink {link.AccessPoint.Value} {link.Up}");
                }

                break;
            case SiteEvent.ContactChanged contact:
                At(contact.Door, now).ChangeContact(contact.Contact.ToString(), now.Uptime);
                break;
            case SiteEvent.RequestToExit exit:
                At(exit.Door, now).PressExit(now.Uptime);
                break;
            case SiteEvent.DoorCommanded command:
                At(command.Door, now).Command(command.Command.ToString(), command.By is { } by ? $" {by.Value}/" : "", now.Uptime);
                break;
            case SiteEvent.UnlockCommanded unlock:
                At(unlock.Door, now).OpenFromAfar(unlock.Command, now.Uptime);
                break;
            case SiteEvent.CommandDropped dropped:
                _written.Add($"CommandDropped {dropped.Command} {dropped.Reason}");
                break;
            case SiteEvent.StrikeCutOff cut:
                At(cut.Door, now).CutOff();
                break;
            case SiteEvent.DeskSensed sensed:
                _desks.Hear(sensed.Desk.Value, sensed.Present, now);
                break;
            case SiteEvent.PolicyReplaced replaced:
                _rights = new(_site, _plan, _letters(replaced.Policy.Version));
                _seats.Replace(_rights.Letter, now.Wall);
                _written.Add($"PolicyApplied {replaced.Policy.Version}");
                break;
            case SiteEvent.PassbackForgiven forgiven when forgiven.Holder is null || _rights.Letter.Holders.Any(known => known.Ref == forgiven.Holder?.Value):
                _whereabouts.Forgive(forgiven.Holder?.Value);
                _written.Add(forgiven.Holder is { } one ? $"PassbackForgiven {one.Value}/" : "PassbackForgiven");
                break;
            case SiteEvent.FireInputChanged input:
                TakeFire(input.Active, now);
                break;
            case SiteEvent.EvacuationEnded ended when _evacuating && !_fire:
                Evacuate(false, now, $"EvacuationEnded {ended.By.Value}/");
                break;
            case SiteEvent.JournalHealthChanged health:
                _journalTakes = health.TakesRecords;
                break;
            case SiteEvent.UsageDayAcknowledged acknowledged:
                _written.Add(string.Create(CultureInfo.InvariantCulture, $"UsageAcknowledged {acknowledged.Day:o}"));
                break;
        }

        return _written;
    }

    /// <summary>Whether the strike must let go of the door now.</summary>
    public bool IsReleased(string door) => _doors[door].IsReleased;

    /// <summary>What is known of a desk with a sensor.</summary>
    public string DeskState(string desk) => _desks.All[desk].State;

    /// <summary>What a badge would be told at a reader now; the world asks it after a restart.</summary>
    public ReferenceVerdict Judge(string reader, string token, Moment now)
    {
        var door = _site.AccessPoints.FirstOrDefault(point => point.Id.Value == reader)?.Door.Value;
        return _rights.Decide(reader, token, now, new(
            door is null || _doors[door].TakesAccess,
            _journalTakes,
            _bookings,
            _guesses.IsPaused(reader, now.Uptime),
            (holder, way) => _whereabouts.PassesBack(holder, way, now.Wall)));
    }

    /// <summary>When something changes if nothing more happens, on uptime; null = nothing does.</summary>
    public TimeSpan? NextDue()
    {
        var now = _last!.Value;
        var next = TimeSpan.MaxValue;
        foreach (var due in _doors.Values.Select(door => door.NextDue()).Append(_desks.NextDue(now)).Append(_seats.NextDue(now)))
        {
            next = due < next ? due.Value : next;
        }

        var day = now.Trust == ClockTrust.Untrusted ? DateTimeOffset.MaxValue : ReferenceClock.Instant(_day!.Value.AddDays(1), TimeOnly.MinValue);
        foreach (var due in (DateTimeOffset[])[_bookings.NextDue(now.Wall), _usage.NextDue(), day, .. _unlocks.Values.Select(unlock => unlock.NextDue(now))])
        {
            var uptime = due == DateTimeOffset.MaxValue ? TimeSpan.MaxValue : now.Uptime + (due - now.Wall);
            next = uptime < next ? uptime : next;
        }

        return next == TimeSpan.MaxValue ? null : next;
    }

    private void PassTime(Moment now)
    {
        if (_last is { } last && now.Wall - last.Wall - (now.Uptime - last.Uptime) is var jump && jump.Duration() > TimeSpan.FromSeconds(2))
        {
            _written.Add($"ClockJumped {(long)jump.TotalMilliseconds}");
            _usage.Jump();
        }

        foreach (var door in _doors.Values)
        {
            door.PassTime(now.Uptime);
        }

        foreach (var unlock in _unlocks.Values)
        {
            unlock.PassTime(now);
        }

        _desks.PassTime(now);
        _seats.PassTime(now);
        _bookings.PassTime(now.Wall, _desks.Sign);
        _usage.PassTime(now.Wall);
        var today = ReferenceClock.Day(now.Wall);
        _day ??= today;
        if (today > _day && now.Trust != ClockTrust.Untrusted)
        {
            _written.Add(string.Create(CultureInfo.InvariantCulture, $"DayClosed {_day:o}"));
            _day = today;
            _bookings.Forget(now.Wall);
            _whereabouts.Forget(now.Wall);
        }
    }

    private void TakeFire(bool active, Moment now)
    {
        _fire = active;
        if (active && !_evacuating)
        {
            Evacuate(true, now, "EvacuationStarted");
        }
    }

    // Every door is released by its wiring; what the strikes do is not the software's.
    private void Evacuate(bool begins, Moment now, string words)
    {
        _evacuating = begins;
        _written.Add(words);
        foreach (var door in _site.Doors)
        {
            At(door.Id, now).Evacuate(begins, now.Uptime);
        }
    }

    private ReferenceDoor At(DoorId id, Moment now)
    {
        var door = _doors[id.Value];
        door.PassTime(now.Uptime);
        return door;
    }

    private void Tap(string reader, string token, TimeSpan age, Moment now)
    {
        if (age > _site.Rules.ReadLifetime || age < TimeSpan.Zero)
        {
            _written.Add($"ReadDropped {reader} Stale");
            return;
        }

        if (_readersDown.Contains(reader))
        {
            _written.Add($"ReadDropped {reader} LinkDown");
            return;
        }

        var verdict = Judge(reader, token, now);
        if (_site.AccessPoints.FirstOrDefault(point => point.Id.Value == reader) is { } at)
        {
            verdict = _seats.Better(verdict, at.Door.Value, now.Wall, () => Judge(reader, token, now));
        }

        var version = _rights.Letter.Version;
        if (verdict.Basis is null)
        {
            var who = verdict.Holder is null ? "" : $" {verdict.Holder.Ref}/";
            _written.Add($"AccessDenied {reader} {verdict.Reasons[0]} [{string.Join(' ', verdict.Reasons)}] {(verdict.OpensAt is { } opens ? opens : "-")} v{version}{who}");
            if (verdict.Reasons[0] == "CredentialNotFound")
            {
                _guesses.Wrong(reader, now.Uptime);
            }

            return;
        }

        var point = _site.AccessPoints.First(point => point.Id.Value == reader);
        var passage = new ReferencePassage(reader, point.Direction == Direction.In, verdict.Holder!, verdict.Booking);
        _written.Add($"AccessGranted {reader} {point.Door.Value} {verdict.Basis} v{version}{passage.Who}");
        if (verdict.PassedBack)
        {
            _written.Add($"PassedBack {reader}{passage.Who}");
        }

        At(point.Door, now).Grant(passage, verdict.Holder!.ExtendedTime, now.Uptime);
    }

    private void GoThrough(Door door, ReferencePassage passage)
    {
        var wall = _last!.Value.Wall;
        _whereabouts.Went(passage.Holder.Ref, door, passage.In, wall);
        if (!passage.In)
        {
            if (door.From.Value == "outside" && _usage.Leave(passage.Holder.Ref, wall) is { } seat)
            {
                _desks.Leave(seat);
            }

            return;
        }

        if (passage.Booking is null)
        {
            _unlocks.GetValueOrDefault(door.Id.Value)?.ComeIn(_last!.Value);
        }
        else
        {
            _bookings.Arrive(passage.Booking, "Tap");
            _desks.Come(passage.Booking.Resource, _last!.Value.Uptime);
        }

        if (passage.Holder.Class != "Staff")
        {
            _usage.Enter(passage, wall);
        }
    }

    private void Remember(JournalEntry entry)
    {
        var day = ReferenceClock.Day(entry.At.Wall);
        _day ??= day;
        foreach (var unlock in _unlocks.Values)
        {
            unlock.Remember(entry);
        }

        _bookings.Remember(entry);
        _usage.Remember(entry.Fact);
        _seats.Remember(entry.Fact);
        switch (entry.Fact)
        {
            case JournalFact.DayClosed closed:
                _day = day > closed.Day ? day : closed.Day.AddDays(1);
                _bookings.Forget(entry.At.Wall);
                _whereabouts.Forget(entry.At.Wall);
                break;
            case JournalFact.AccessTaken { Who: { } who } taken:
                _whereabouts.Went(who.Holder.Value, _site.Doors.First(door => door.Id == taken.Door), taken.Direction == Direction.In, entry.At.Wall);
                break;
            case JournalFact.PassbackForgiven forgiven:
                _whereabouts.Forgive(forgiven.Who?.Holder.Value);
                break;
            case JournalFact.EvacuationStarted or JournalFact.EvacuationEnded:
                _evacuating = _fire = entry.Fact is JournalFact.EvacuationStarted;
                foreach (var door in _doors.Values)
                {
                    door.Evacuate(_evacuating, TimeSpan.Zero);
                }

                break;
            case JournalFact.DoorCommanded { Taken: true, Command: not DoorCommand.Access } command:
                _doors[command.Door.Value].Remember(command.After.ToString(), command.Before.ToString());
                break;
        }
    }
}
