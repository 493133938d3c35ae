using EdgeNode.Core;

namespace EdgeNode.Bench;

/// <summary>One decision in process, ten bookings for each holder; the peer is a plain dictionary look-up of the card.</summary>
internal static class DecisionBench
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static void Run(bool quick)
    {
        foreach (var holders in (int[])(quick ? [1_000] : [1_000, 100_000]))
        {
            Run(holders, quick ? 2_000 : 200_000);
        }
    }

    private static void Run(int holders, int decisions)
    {
        var policy = PolicySnapshot.Build(Site(), Policy(holders));
        var names = Enumerable.Range(0, holders).ToDictionary(number => $"t{number}");
        var random = new Random(1);
        var decided = new Timings($"decision, {holders} holders");
        var peer = new Timings($"dictionary look-up, {holders} cards");
        var moment = new Moment(TimeSpan.FromHours(1), Now, ClockTrust.Trusted);
        var granted = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < decisions; round++)
        {
            var request = new AccessRequest(new(new("in"), new($"t{random.Next(holders)}"), Assurance.UidOnly, PinProved: false), [], DoorMode.Locked, true);
            decided.Measure(() => granted += AccessDecider.Decide(policy, request, moment) is Decision.Granted ? 1 : 0);
        }

        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / decisions;
        for (var round = 0; round < decisions; round++)
        {
            var token = $"t{random.Next(holders)}";
            peer.Measure(() => granted += names[token] >= 0 ? 0 : 1);
        }

        peer.Print();
        decided.Print(peer);
        Console.WriteLine($"  {granted} of {decisions} granted; {allocated} bytes allocated for each, the request and the measuring included");
    }

    private static SiteDefinition Site() => new(
        new("here"), "Here", TimeZoneInfo.Utc,
        [new(new("floor"), "Floor", false)],
        [new(new("door"), "Door", AreaId.Outside, new("floor"), true, DoorTimings.Default, UntrustedClock.Lenient, OnJournalFailure.Grant)],
        [new(new("in"), new("door"), Direction.In)],
        [new(new("d1"), "Desk", new("floor"), null)],
        [],
        SiteRules.Default);

    private static Policy Policy(int holders) => new(
        1, "",
        [.. Enumerable.Range(0, holders).Select(number => new CredentialHolder(new($"h{number}"), HolderClass.Member, new("there"), [], null, false))],
        [.. Enumerable.Range(0, holders).Select(number => new Credential(new($"t{number}"), new($"h{number}"), true, null, null))],
        [], [],
        [.. Enumerable.Range(0, holders * 10).Select(Booking)]);

    private static Booking Booking(int number) => new(
        new($"b{number}"), new($"h{number / 10}"), new("d1"), Now.AddDays((number % 10) - 5), Now.AddDays((number % 10) - 5).AddHours(8));
}
