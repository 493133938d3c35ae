using EdgeNode.Core;
using EdgeNode.Store;

namespace EdgeNode.HostileWorld;

/// <summary>Everything that must hold after every event, whatever happens to the site.</summary>
internal sealed class Promises(World world, Chronicle chronicle)
{
    private const int LookAllOver = 64;
    private static readonly SiteDefinition Site = WorldSite.Configuration.Definition;
    private readonly JournalWatch _journal = new();
    private readonly StrikeWatch _strikes = new(world.Clock);
    private readonly Books _books = new();
    private readonly List<JournalFact> _facts = [];
    private readonly List<ReaderSignal> _signals = [];
    private ReferenceSite? _reference;
    private TimeSpan? _confirmedAt;
    private DateTimeOffset _latest;
    private Moment _recordedAt;
    private long _policyKept;
    private bool _justStarted;

    /// <summary>Events taken.</summary>
    public long Steps { get; private set; }

    /// <summary>Starts of the node.</summary>
    public int Starts { get; private set; }

    public long Records => _journal.Records;

    public string Head => _journal.Head;

    public Books Books => _books;

    public void Recorded(WorldNode node, JournalFact fact, Moment now)
    {
        _facts.Add(fact);
        _recordedAt = now;
        _strikes.Hear(fact);
        _journal.Hand(node.Journal, fact, now);
    }

    public void Signalled(AccessPointId reader, ReaderSignal signal)
    {
        if (signal != ReaderSignal.HeldOpenWarning)
        {
            _signals.Add(signal);
        }
    }

    public void OutputChanged(int pin, bool high) => _strikes.OutputChanged(pin, high);

    public void PolicyKept(long version) => _policyKept = version;

    /// <summary>The node has opened its journal and begins.</summary>
    public void Started(WorldNode node)
    {
        Starts++;
        if (node.PolicyVersion < _policyKept)
        {
            throw new BrokenPromiseException("after a power cut the same rights", $"policy {_policyKept} was kept, {node.PolicyVersion} is there");
        }

        var known = _journal.Reopened(node.Journal, _books.Keep);
        _latest = known.Count == 0 ? DateTimeOffset.MinValue : known.Max(entry => entry.At.Wall);
        _strikes.Remember(known);
        _reference = new(Site, world.Hub.Letter, node.PolicyVersion, known);
        (_confirmedAt, _justStarted) = (null, true);
    }

    /// <summary>A step of the loop is over.</summary>
    public void Stepped(WorldNode node)
    {
        Steps++;
        var @event = node.Heard.Taken();
        var now = node.Loop.State.Now!.Value;
        chronicle.Say(@event, now, _facts);
        ClockIsHonest(now);
        var expected = _reference!.Take(@event, now);
        Agree(@event, expected);
        Deadline(node, now);
        foreach (var fact in _facts)
        {
            GrantIsRight(@event, fact, now, node);
        }

        _facts.Clear();
        _signals.Clear();
        _strikes.StepDone();
        _journal.Look(node.Journal, (entry, hash) =>
        {
            _books.Keep(entry, hash);
            node.Follow(entry, hash);
        });
        if (_justStarted)
        {
            _justStarted = false;
            SameRights(node, now);
        }
    }

    /// <summary>Everything that waited has been taken: outputs and states must be what the reference says.</summary>
    public void Settled(WorldNode node)
    {
        foreach (var door in Site.Doors)
        {
            var expected = _reference!.IsReleased(door.Id.Value);
            if (expected != world.Door(door.Id.Value).IsReleased && node.Loop.State.Now is not null)
            {
                throw new BrokenPromiseException("doors are as the reference says", $"door {door.Id.Value} must {(expected ? "" : "not ")}be released");
            }
        }

        if (Steps % LookAllOver == 0)
        {
            LookAround(node);
        }
    }

    /// <summary>The node's power goes, maybe in the middle of a step: what it had handed over by then must have been due.</summary>
    public void PowerGoes(WorldNode? node)
    {
        if (node is not null && _facts.Count > 0)
        {
            var expected = _reference!.Take(node.Heard.Taken(), _recordedAt).ToList();
            foreach (var words in _facts.Select(FactWords.Of).OfType<string>())
            {
                if (!expected.Remove(words))
                {
                    throw new BrokenPromiseException("the journal says what the reference says", $"before the power went: {words}");
                }
            }
        }

        _facts.Clear();
        _signals.Clear();
        _strikes.StepDone();
    }

    /// <summary>Somebody inside wants out, has pressed the button, and the door does not give way.</summary>
    public void IsKeptInside(string door)
    {
        if (!_strikes.WasCut(door))
        {
            throw new BrokenPromiseException("nobody is kept inside", $"door {door} does not open to its button");
        }
    }

    private static string Words(JournalFact fact) => FactWords.Of(fact) ?? fact.GetType().Name;

    private void ClockIsHonest(Moment now)
    {
        _confirmedAt = world.Clock.Confirmed ? now.Uptime : _confirmedAt;
        var trust = world.Clock.Confirmed ? ClockTrust.Trusted
            : _confirmedAt is { } at && now.Uptime - at <= TimeSpan.FromDays(7) ? ClockTrust.Holdover
            : ClockTrust.Untrusted;
        if (now.Trust != trust || (trust == ClockTrust.Untrusted && now.Wall < _latest))
        {
            throw new BrokenPromiseException("the clock says how far it may be believed", $"{now.Trust} at {now.Wall:o}, expected {trust} and not before {_latest:o}");
        }
    }

    private void Agree(SiteEvent @event, IReadOnlyList<string> expected)
    {
        var missing = expected.ToList();
        var tooMany = new List<string>();
        foreach (var words in _facts.Select(FactWords.Of).OfType<string>())
        {
            if (!missing.Remove(words))
            {
                tooMany.Add(words);
            }
        }

        if (missing.Count > 0 || tooMany.Count > 0)
        {
            throw new BrokenPromiseException(
                "the journal says what the reference says",
                $"at «{EventWords.Of(@event)}» the reference expects «{string.Join("», «", missing)}», the node says «{string.Join("», «", tooMany)}»");
        }

        if (@event is SiteEvent.IdentifierPresented tap && Site.AccessPoints.Any(point => point.Id == tap.AccessPoint))
        {
            ReaderTold();
        }
    }

    private void ReaderTold()
    {
        var granted = _facts.Any(fact => fact is JournalFact.AccessGranted);
        var denied = _facts.Any(fact => fact is JournalFact.AccessDenied);
        var right = granted ? _signals is [ReaderSignal.Granted] : denied ? _signals is [ReaderSignal.Denied] : _signals is [];
        if (!right)
        {
            throw new BrokenPromiseException("the person at the reader is told", string.Join(' ', _signals));
        }
    }

    private void Deadline(WorldNode node, Moment now)
    {
        // Seats that the site gave are kept by the millisecond here.
        if (_reference!.NextDue() is { } due && due > now.Uptime && !(node.Loop.Next?.Uptime <= due + TimeSpan.FromMilliseconds(1)))
        {
            throw new BrokenPromiseException("no deadline is missed", $"something is due at {due}, the node waits for {node.Loop.Next?.Uptime} ({node.Loop.Next?.Why})");
        }
    }

    private void GrantIsRight(SiteEvent @event, JournalFact fact, Moment now, WorldNode node)
    {
        if (fact is not JournalFact.AccessGranted { Basis: not GrantBasis.Exit } granted || @event is not SiteEvent.IdentifierPresented tap)
        {
            return;
        }

        var letter = world.Hub.Letter(node.Loop.State.Policy.Version);
        var credential = letter.Credentials.First(credential => credential.Token == tap.Token.Value);
        if (!credential.Enabled || FactWords.At(now.Wall) >= credential.ValidTo || ReferenceRights.LastDay(credential) < ReferenceClock.Day(now.Wall))
        {
            throw new BrokenPromiseException("no grant for a blocked or expired credential", Words(fact));
        }

        var door = Site.Doors.First(door => door.Id == granted.Door);
        if (Site.Areas.Any(area => area.Id == door.To && area.HostPrivate) && letter.Holders.First(holder => holder.Ref == credential.Holder).Class != "Staff")
        {
            throw new BrokenPromiseException("no private zone for an outsider", Words(fact));
        }
    }

    // Every badge at every reader, as it would be decided now.
    private void SameRights(WorldNode node, Moment now)
    {
        var state = node.Loop.State;
        foreach (var point in Site.AccessPoints)
        {
            for (var person = 0; person < Population.Count; person++)
            {
                var token = Population.Badge(person);
                var request = new AccessRequest(
                    new(point.Id, new(token), Assurance.UidOnly, PinProved: false), state.Released, state.Doors[point.Door].Standing, state.JournalTakesRecords)
                {
                    Whereabouts = state.Whereabouts,
                };
                var decided = AccessDecider.Decide(state.Policy, request, now) switch
                {
                    Decision.Granted granted => granted.Basis.ToString(),
                    Decision.Denied denied => string.Join(' ', denied.All),
                    _ => "",
                };
                // Seats that the site gave are kept by the millisecond here, and an unsure clock stands still at the last record, maybe at just that end.
                var verdict = Verdict(point.Id.Value, token, now);
                if (decided != verdict && decided != Verdict(point.Id.Value, token, now with { Wall = now.Wall - TimeSpan.FromMilliseconds(1) }))
                {
                    throw new BrokenPromiseException("after a power cut the same rights", $"badge {person} at {point.Id.Value}: «{decided}», the reference says «{verdict}»");
                }
            }
        }
    }

    private string Verdict(string reader, string token, Moment now)
    {
        var verdict = _reference!.Judge(reader, token, now);
        return verdict.Basis ?? string.Join(' ', verdict.Reasons);
    }

    private void LookAround(WorldNode node)
    {
        var state = node.Loop.State;
        if (state.Now is not { } now)
        {
            return;
        }

        var drawn = SitePicture.Draw(state, now, 0, [], new(true, 0, false, 0, null, 0, 0, null, []));
        foreach (var desk in Site.Desks)
        {
            var expected = desk.Sensor is null ? "Unknown" : _reference!.DeskState(desk.Id.Value);
            if (desk.Sensor is not null && state.Desks[desk.Id].Occupancy.ToString() != expected)
            {
                throw new BrokenPromiseException("desks are as the reference says", $"{desk.Id.Value}: {state.Desks[desk.Id].Occupancy}, the reference says {expected}");
            }

            if (expected == "Unknown" && drawn.Desks.First(view => view.Id == desk.Id).Status == DeskStatus.Free)
            {
                throw new BrokenPromiseException("unknown is never counted as free", desk.Id.Value);
            }
        }

        var mine = _reference!.Sessions.Select(session => (session.Number, session.Holder, FactWords.At(session.MustEnd))).ToHashSet();
        if (!mine.SetEquals(state.Sessions.Values.Select(session => (session.Number, session.Holder.Value, FactWords.At(session.MustEndBy)))))
        {
            throw new BrokenPromiseException("sessions are as the reference says", $"{state.Sessions.Count} in progress, the reference knows {mine.Count}");
        }
    }
}
