using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>Usage sessions: the rows A10, D8 and G1, how long each lasted, and what it is made of.</summary>
internal sealed class ReferenceUsage(SiteDefinition site, Action<string> write)
{
    private readonly List<ReferenceSession> _open = [];
    private long _last;

    public IReadOnlyCollection<ReferenceSession> Open => _open;

    public void Enter(ReferencePassage passage, DateTimeOffset wall)
    {
        if (Of(passage.Holder.Ref) is not null)
        {
            return;
        }

        var mustEnd = passage.Booking is { } booking ? DateTimeOffset.FromUnixTimeMilliseconds(booking.End) : ReferenceHours.NextClosing(site.Rules, wall);
        var session = new ReferenceSession(++_last, passage.Holder.Ref, passage.Holder.Home, passage.Booking?.Id, passage.Booking?.Resource, wall, mustEnd);
        _open.Add(session);
        write($"SessionOpened {session.Number} {session.Home} {session.Place} {FactWords.At(wall)} {FactWords.At(mustEnd)}{session.Who}");
    }

    /// <summary>Whoever goes out to the street leaves; returns the seat.</summary>
    public string? Leave(string holder, DateTimeOffset wall)
    {
        if (Of(holder) is not { } session)
        {
            return null;
        }

        Close(session, wall, "ExitTap");
        return session.Resource;
    }

    /// <summary>Whoever was not seen leaving left when the booking, or the day, was over.</summary>
    public void PassTime(DateTimeOffset wall)
    {
        foreach (var session in _open.ToArray())
        {
            if (wall >= session.MustEnd + site.Rules.LateEntry)
            {
                Close(session, session.MustEnd, session.Booking is null ? "ClosingTime" : "BookingEnd");
            }
        }
    }

    public void Jump() => _open.ForEach(session => session.ClockJumped = true);

    public ReferenceSession? Of(string holder) => _open.Find(session => session.Holder == holder);

    /// <summary>Somebody may have followed this person.</summary>
    public void MayBeTwo(string holder)
    {
        if (Of(holder) is { } session)
        {
            session.PossiblyTwo = true;
        }
    }

    /// <summary>The seat of a booking has become another, or another's time.</summary>
    public void Move(ReferenceHold hold)
    {
        for (var index = 0; index < _open.Count; index++)
        {
            if (_open[index].Booking == hold.Booking)
            {
                _open[index] = _open[index] with
                {
                    Resource = hold.Resource,
                    MustEnd = DateTimeOffset.FromUnixTimeMilliseconds(hold.End),
                    Contested = _open[index].Contested || hold.Why == "Kept",
                };
            }
        }
    }

    public DateTimeOffset NextDue() => _open.Count == 0 ? DateTimeOffset.MaxValue : _open.Min(session => session.MustEnd) + site.Rules.LateEntry;

    public void Remember(JournalFact fact)
    {
        switch (fact)
        {
            case JournalFact.ClockJumped:
                Jump();
                break;
            case JournalFact.PossiblyTwo two:
                MayBeTwo(two.Who!.Holder.Value);
                break;
            case JournalFact.SessionOpened opened:
                _last = opened.Session;
                var who = opened.Who!;
                _open.Add(new(opened.Session, who.Holder.Value, opened.Home.Value, who.Booking?.Value, opened.Resource?.Value, opened.Start, opened.MustEndBy));
                break;
            case JournalFact.SessionClosed closed:
                _open.RemoveAll(session => session.Number == closed.Session);
                break;
        }
    }

    private void Close(ReferenceSession session, DateTimeOffset end, string how)
    {
        end = end > session.Start ? end : session.Start;
        _open.Remove(session);
        write($"SessionClosed {session.Number} {session.Home} {session.Place} {FactWords.At(session.Start)} {FactWords.At(end)} {session.Evidence(how)}{session.Who}");
    }
}
