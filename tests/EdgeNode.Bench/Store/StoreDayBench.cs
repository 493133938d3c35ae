using System.Globalization;
using EdgeNode.Core;
using EdgeNode.Store;

namespace EdgeNode.Bench;

/// <summary>What one day of a site of 15 desks writes to the disk, at most: what it hands to the kernel, and for each call one page more: journal, picture, erasure, checkpoint.</summary>
internal static class StoreDayBench
{
    private const int RecordsOfADay = 1_500;

    public static void Run(bool quick)
    {
        var folder = Directory.CreateTempSubdirectory("edgenode-bench-");
        var records = quick ? RecordsOfADay / 10 : RecordsOfADay;
        long before, after;
        using (var journal = Journal.Open(Path.Combine(folder.FullName, "journal"), StoreRecords.Options with { Synchronous = true }))
        using (var picture = Picture.Open(Path.Combine(folder.FullName, "picture.db"), journal, Console.WriteLine))
        {
            // The first segment and the empty picture are not the day's.
            journal.Append(StoreRecords.Fact(0), StoreRecords.At(0));
            picture.CatchUp();
            before = Written();
            for (var number = 1; number < records; number++)
            {
                journal.Append(StoreRecords.Fact(number), StoreRecords.At(number));
                picture.CatchUp();
            }

            Close(journal, picture, new Checkpoints(Path.Combine(folder.FullName, "checkpoints"), Console.WriteLine));
            after = Written();
        }

        folder.Delete(recursive: true);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"a day of {records} records, each synced by itself, its erasure and checkpoint: at most {(after - before) / 1e6:0.0} MB written, {(after - before) / records} bytes for each record"));
    }

    private static void Close(Journal journal, Picture picture, Checkpoints checkpoints)
    {
        journal.Append(new JournalFact.DayClosed(new(2026, 3, 2)), StoreRecords.At(RecordsOfADay));
        picture.CatchUp();
        journal.Erase(entry => entry.Fact is JournalFact.DeskChanged ? Erasure.DeskTimes : null, (_, _) => { });
        checkpoints.Save(new(1, journal.Epoch, journal.Durable, journal.Head, StoreRecords.At(1).Wall, null, 0, [], [], [], journal.Durable, []));
    }

    private static long Written() => Counted("wchar:") + (Counted("syscw:") * Environment.SystemPageSize);

    private static long Counted(string name) => long.Parse(
        File.ReadLines("/proc/self/io").First(line => line.StartsWith(name, StringComparison.Ordinal)).AsSpan(name.Length).Trim(), CultureInfo.InvariantCulture);
}
