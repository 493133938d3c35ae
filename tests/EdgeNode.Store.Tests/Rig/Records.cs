using EdgeNode.Core;

namespace EdgeNode.Store.Tests;

/// <summary>Records that are known by their number alone, so that what comes back can be compared.</summary>
internal static class Records
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 7, 0, 0, TimeSpan.Zero);

    public static JournalOptions Options { get; } = new()
    {
        FillSalt = salt => salt.Fill(0x5a),
        NewEpoch = () => "epoch-1",
        SegmentBytes = 4096,
        Synchronous = true,
    };

    public static Moment At(long number) => new(TimeSpan.FromMilliseconds(number), Start.AddMilliseconds(number), ClockTrust.Trusted);

    public static JournalFact Fact(long number) => (number % 3) switch
    {
        0 => new JournalFact.DeskChanged(new($"desk-{number}"), DeskOccupancy.Occupied),
        1 => new JournalFact.AccessGranted(new("reader-1"), new("door-1"), GrantBasis.Booking, number) { Who = Who(number) },
        _ => new JournalFact.DoorContact(new($"door-{number}"), ContactState.Open),
    };

    public static Personal Who(long number) => new(new($"holder-{number}"), new($"booking-{number}"));

    public static JournalEntry Entry(long number) => new(number, At(number), Fact(number));

    public static IEnumerable<JournalEntry> Entries(long first, long last)
    {
        for (var number = first; number <= last; number++)
        {
            yield return Entry(number);
        }
    }

    /// <summary>A checkpoint of nothing at a record.</summary>
    public static SiteCheckpoint Checkpoint(long sequence, string head) => new(
        SiteCheckpoint.CurrentVersion, "epoch-1", sequence, head, At(1).Wall, null, 0, [], [], [], [], 0, []);

    /// <summary>Appends the next records.</summary>
    public static void Append(this Journal journal, int count)
    {
        for (var number = journal.Appended + 1; count > 0; count--, number++)
        {
            journal.Append(Fact(number), At(number));
        }
    }
}
