using System.Diagnostics;
using System.Globalization;
using EdgeNode.Core;

namespace EdgeNode.Bench;

/// <summary>
/// One decision in process, ten bookings for each holder; the peer is a plain dictionary look-up of the card. Beside it what a policy takes to load
/// and to keep, and decisions while the next policies are being loaded and put into force.
/// </summary>
internal static class DecisionBench
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Moment Moment = new(TimeSpan.FromHours(1), Now, ClockTrust.Trusted);

    public static void Run(bool quick)
    {
        double? smallest = null;
        foreach (var holders in (int[])(quick ? [1_000] : [1_000, 10_000, 100_000, 1_000_000]))
        {
            var p50 = Run(holders, quick ? 2_000 : 200_000);
            smallest ??= p50;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {p50 / smallest:0.00} x 1,000 holders at p50"));
        }
    }

    private static double Run(int holders, int decisions)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var policy = Policy(holders);
        var start = Stopwatch.GetTimestamp();
        var snapshot = PolicySnapshot.Build(Site(), policy);
        var loaded = Stopwatch.GetElapsedTime(start);
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;

        var names = Enumerable.Range(0, holders).ToDictionary(number => $"t{number}");
        var requests = Requests(holders);
        var decided = new Timings($"decision, {holders} holders");
        var peer = new Timings($"dictionary look-up, {holders} cards");
        Decide(new("warm up"), () => snapshot, requests, decisions);
        var allocated = Decide(decided, () => snapshot, requests, decisions);
        for (var round = 0; round < decisions; round++)
        {
            var token = requests[round % requests.Length].Presented.Token.Value;
            var at = Stopwatch.GetTimestamp();
            _ = names[token];
            peer.Add(Stopwatch.GetTimestamp() - at);
        }

        peer.Print();
        decided.Print(peer);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  {(double)allocated / decisions:0.0} bytes allocated for each; policy built in {loaded.TotalMilliseconds:0} ms, {kept / 1e6:0.0} MB with the letter that it came from"));
        Swap(holders, policy, snapshot, requests, decisions).Print(decided);
        return decided.At(0.5);
    }

    // Somebody taps all the time while one policy after the other is built in another thread and put into force.
    private static Timings Swap(int holders, Policy policy, PolicySnapshot first, AccessRequest[] requests, int decisions)
    {
        var (current, swaps, stop) = (first, 0, false);
        var building = new Thread(() =>
        {
            while (!Volatile.Read(ref stop))
            {
                Volatile.Write(ref current, PolicySnapshot.Build(Site(), policy));
                swaps++;
            }
        });
        var timings = new Timings($"decision while policies are swapped, {holders} holders");
        building.Start();
        Decide(timings, () => Volatile.Read(ref current), requests, decisions);
        Volatile.Write(ref stop, true);
        building.Join();
        Console.WriteLine($"  {swaps} policies were put into force meanwhile");
        return timings;
    }

    private static long Decide(Timings timings, Func<PolicySnapshot> policy, AccessRequest[] requests, int decisions)
    {
        var (allocated, granted) = (0L, 0);
        for (var round = 0; round < decisions; round++)
        {
            var (request, current) = (requests[round % requests.Length], policy());
            var (before, at) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
            var decision = AccessDecider.Decide(current, request, Moment);
            var (elapsed, after) = (Stopwatch.GetTimestamp() - at, GC.GetAllocatedBytesForCurrentThread());
            timings.Add(elapsed);
            allocated += after - before;
            granted += decision is Decision.Granted ? 1 : 0;
        }

        return granted == decisions ? allocated : throw new InvalidOperationException($"{granted} of {decisions} were granted: something else was measured.");
    }

    private static AccessRequest[] Requests(int holders)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, 50_000).Select(_ => new AccessRequest(new(new("in"), new($"t{random.Next(holders)}"), Assurance.UidOnly, PinProved: false), [], DoorMode.Locked, true))];
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
