using EdgeNode.Core;
using EdgeNode.Store;

namespace EdgeNode.Bench;

/// <summary>A journal and records for it, as a site of 15 desks makes them.</summary>
internal static class StoreRecords
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    public static JournalOptions Options { get; } = new()
    {
        FillSalt = salt => salt.Fill(1),
        NewEpoch = () => "bench",
        BufferRecords = 1_000,
    };

    public static Moment At(long number) => new(TimeSpan.FromSeconds(number), Start.AddSeconds(number * 40), ClockTrust.Trusted);

    public static JournalFact Fact(long number) => (number % 4) switch
    {
        0 => new JournalFact.AccessGranted(new("street-in"), new("street"), GrantBasis.Booking, 7) { Who = Who(number) },
        1 => new JournalFact.AccessTaken(new("street"), Direction.In) { Who = Who(number) },
        2 => new JournalFact.DoorContact(new("street"), ContactState.Open),
        _ => new JournalFact.DeskChanged(new ResourceId($"d{number % 15:00}"), number % 8 < 4 ? DeskOccupancy.Occupied : DeskOccupancy.Free),
    };

    private static Personal Who(long number) => new(new($"holder-{number % 500:000000}"), new($"booking-{number:000000}"));
}
