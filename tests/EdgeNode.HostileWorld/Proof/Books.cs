using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>Which usage days are owed, and what each is worth, counted by hand.</summary>
internal sealed class Books
{
    private const string Equal = "every session's minutes and euros are equal on edge and hub";
    private readonly List<(JournalEntry Entry, string Hash)> _day = [];
    private readonly Queue<UsageDay> _owed = new();
    private readonly HashSet<DateOnly> _arrived = [];

    public IReadOnlyCollection<UsageDay> Owed => _owed;

    private long Minutes { get; set; }

    private long Cents { get; set; }

    /// <summary>A record is durable.</summary>
    public void Keep(JournalEntry entry, string hash)
    {
        if (entry.Fact is JournalFact.UsageAcknowledged acknowledged && _owed.TryPeek(out var oldest) && oldest.Day == acknowledged.Day)
        {
            _owed.Dequeue();
        }

        if (entry.Fact is JournalFact.SessionClosed or JournalFact.DayClosed)
        {
            _day.Add((entry, hash));
        }

        if (entry.Fact is JournalFact.DayClosed)
        {
            _owed.Enqueue(UsageRollup.Days(_day).Single());
            _day.Clear();
        }
    }

    /// <summary>A day is at the hub, maybe not for the first time.</summary>
    public void Arrived(UsageDay day, WorldHub hub)
    {
        foreach (var session in _arrived.Add(day.Day) ? day.Sessions : [])
        {
            var minutes = (FactWords.At(session.End) - FactWords.At(session.Start) + 59_999) / 60_000;
            var cents = Prices.ByHand(session.Start, minutes);
            if (session.Minutes != minutes || Prices.Of(session.Start, session.Minutes) != cents)
            {
                throw new BrokenPromiseException(Equal, $"session {session.Number}: {session.Minutes} minutes at the edge, {minutes} and {cents} cents by hand");
            }

            (Minutes, Cents) = (Minutes + minutes, Cents + cents);
        }

        if (hub.Minutes != Minutes || hub.Cents != Cents)
        {
            throw new BrokenPromiseException(Equal, $"day {day.Day}: the hub has {hub.Minutes} minutes and {hub.Cents} cents, by hand {Minutes} and {Cents}");
        }
    }
}
