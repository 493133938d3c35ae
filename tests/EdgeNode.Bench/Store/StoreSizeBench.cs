using System.Diagnostics;
using System.Globalization;
using EdgeNode.CloudSync;
using EdgeNode.Contracts;
using EdgeNode.Core;
using EdgeNode.Store;

namespace EdgeNode.Bench;

/// <summary>How large a store is with 200,000 records and 1,000,000 bookings, and how long each part takes to open.</summary>
internal static class StoreSizeBench
{
    public static void Run(bool quick)
    {
        var (records, bookings) = quick ? (5_000, 20_000) : (200_000, 1_000_000);
        var folder = Directory.CreateTempSubdirectory("edgenode-bench-");
        Fill(folder.FullName, records, bookings);
        var bytes = folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        Print($"{records} records and {bookings} bookings (the policy kept twice): {bytes / 1e6:0} MB");
        Open(folder.FullName, "from the checkpoint", records);
        Open(folder.FullName, "without a checkpoint, everything read", 1);
        File.Delete(Path.Combine(folder.FullName, "picture.db"));
        Open(folder.FullName, "picture lost, rebuilt", records);
        folder.Delete(recursive: true);
    }

    private static void Fill(string folder, int records, int bookings)
    {
        using var journal = Journal.Open(Path.Combine(folder, "journal"), StoreRecords.Options with { BufferRecords = records + 1_000, Patience = TimeSpan.Zero });
        for (var number = 1; number <= records; number++)
        {
            journal.Append(number % 1_500 == 0 ? new JournalFact.DayClosed(new DateOnly(2026, 3, 2).AddDays(number / 1_500)) : StoreRecords.Fact(number), StoreRecords.At(number));
        }

        journal.Flush();
        Picture.Open(Path.Combine(folder, "picture.db"), journal, Console.WriteLine).Dispose();
        var policies = new PolicyFiles(Path.Combine(folder, "policy"));
        for (var version = 1; version <= 2; version++)
        {
            policies.Save(version, LetterCodec.Encode(Letter(version, bookings)));
        }
    }

    private static PolicyLetter Letter(long version, int bookings) => new(
        "here", version, [], [], [], [], [],
        [.. Enumerable.Range(0, bookings).Select(number => new PolicyBooking(
            $"booking-{number:0000000}", $"holder-{number % 5_000:0000}", $"d{number % 15:00}", 1_772_438_400_000 + (number * 60_000L), 1_772_442_000_000 + (number * 60_000L), null, [], false))]);

    private static void Open(string folder, string how, long readFrom)
    {
        var (start, busy) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        using var journal = Journal.Open(Path.Combine(folder, "journal"), StoreRecords.Options with { ReadFrom = readFrom });
        var opened = Stopwatch.GetElapsedTime(start);
        using var picture = Picture.Open(Path.Combine(folder, "picture.db"), journal, Console.WriteLine);
        var pictured = Stopwatch.GetElapsedTime(start);
        var kept = new PolicyFiles(Path.Combine(folder, "policy")).NewestFirst().First();
        using var letter = kept.Open();
        var policy = PolicyReading.Read(letter, "here", TimeZoneInfo.Utc, kept.Hash).Policy!;
        var read = Stopwatch.GetElapsedTime(start);
        var bookings = PolicySnapshot.Build(StoreSite.Definition, policy).BookingsByStart.Length;
        var all = Stopwatch.GetElapsedTime(start);
        Print($"open {how}: journal {opened.TotalMilliseconds:0} ms, picture {(pictured - opened).TotalMilliseconds:0} ms, policy with {bookings} bookings {(read - pictured).TotalMilliseconds:0} ms, ready for decisions {(all - read).TotalMilliseconds:0} ms; together {all.TotalMilliseconds:0} ms, {(Environment.CpuUsage.TotalTime - busy).TotalMilliseconds:0} ms of processor time");
    }

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
