using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>Reads closed usage days out of the journal. Pure: the same records always give the same days.</summary>
public static class UsageRollup
{
    /// <summary>Every closed day, oldest first. A session belongs to the day that closed next after it ended, whatever the clock did.</summary>
    public static IEnumerable<UsageDay> Days(IEnumerable<(JournalEntry Entry, string Hash)> entries)
    {
        var sessions = new List<UsageSession>();
        foreach (var (entry, hash) in entries)
        {
            switch (entry.Fact)
            {
                case JournalFact.SessionClosed closed:
                    sessions.Add(Session(closed));
                    break;
                case JournalFact.DayClosed closed:
                    yield return new(closed.Day, entry.Sequence, hash, [.. sessions.OrderBy(session => session.Number)]);
                    sessions.Clear();
                    break;
            }
        }
    }

    private static UsageSession Session(JournalFact.SessionClosed closed) =>
        new(closed.Session, closed.Who?.Holder, closed.Who?.Booking, closed.Home, closed.Resource, closed.Start, closed.End, closed.Class);
}
