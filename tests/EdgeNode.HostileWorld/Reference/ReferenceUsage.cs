using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>Usage sessions: the rows A10, D8 and G1, and how long each lasted.</summary>
internal sealed class ReferenceUsage(SiteDefinition site, Action<string> write)
{
    private readonly List<ReferenceSession> _open = [];
    private long _last;

    public IReadOnlyCollection<ReferenceSession> Open => _open;

    public void Enter(ReferencePassage passage, DateTimeOffset wall)
    {
        if (_open.Any(session => session.Holder == passage.Holder.Ref))
        {
            return;
        }

        var today = ReferenceClock.Day(wall);
        var closing = ReferenceClock.Instant(today, site.Rules.ClosingTime);
        closing = closing > wall ? closing : ReferenceClock.Instant(today.AddDays(1), site.Rules.ClosingTime);
        var mustEnd = passage.Booking is { } booking ? DateTimeOffset.FromUnixTimeMilliseconds(booking.End) : closing;
        var session = new ReferenceSession(++_last, passage.Holder.Ref, passage.Holder.Home, passage.Booking?.Id, passage.Booking?.Resource, wall, mustEnd);
        _open.Add(session);
        write($"SessionOpened {session.Number} {session.Home} {session.Place} {FactWords.At(wall)} {FactWords.At(mustEnd)}{session.Who}");
    }

    public void Leave(string holder, DateTimeOffset wall)
    {
        if (_open.Find(session => session.Holder == holder) is { } session)
        {
            Close(session, wall, session.ClockJumped ? "Estimated" : "Measured");
        }
    }

    /// <summary>Whoever was not seen leaving left when the booking, or the day, was over.</summary>
    public void PassTime(DateTimeOffset wall)
    {
        foreach (var session in _open.ToArray())
        {
            if (wall >= session.MustEnd + site.Rules.LateEntry)
            {
                Close(session, session.MustEnd, "Estimated");
            }
        }
    }

    public void Jump() => _open.ForEach(session => session.ClockJumped = true);

    public DateTimeOffset NextDue() => _open.Count == 0 ? DateTimeOffset.MaxValue : _open.Min(session => session.MustEnd) + site.Rules.LateEntry;

    public void Remember(JournalFact fact)
    {
        switch (fact)
        {
            case JournalFact.ClockJumped:
                Jump();
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

    private void Close(ReferenceSession session, DateTimeOffset end, string @class)
    {
        end = end > session.Start ? end : session.Start;
        _open.Remove(session);
        write($"SessionClosed {session.Number} {session.Home} {session.Place} {FactWords.At(session.Start)} {FactWords.At(end)} {@class}{session.Who}");
    }
}
