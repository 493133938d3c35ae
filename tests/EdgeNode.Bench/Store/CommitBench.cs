using System.Diagnostics;
using System.Globalization;
using EdgeNode.Core;
using EdgeNode.Store;
using Microsoft.Data.Sqlite;

namespace EdgeNode.Bench;

/// <summary>
/// From "append" to "the disk confirmed it", each writer in its own thread; the peer is SQLite (WAL, synchronous FULL) with the same
/// bytes, its writers in the order in which they come.
/// </summary>
internal static class CommitBench
{
    public static void Run(bool quick)
    {
        foreach (var writers in (int[])[1, 10, 100])
        {
            var each = (quick ? 200 : 4_000) / writers;
            var sqlite = Sqlite(writers, each);
            var journal = Journal(writers, each);
            sqlite.Timings.Print();
            journal.Timings.Print(sqlite.Timings);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  records/s with {writers} writers: journal {writers * each / journal.Seconds:0}, SQLite {writers * each / sqlite.Seconds:0}"));
        }
    }

    private static (Timings Timings, double Seconds) Journal(int writers, int each)
    {
        var folder = Directory.CreateTempSubdirectory("edgenode-bench-");
        var gate = new object();
        (Timings Timings, double Seconds) measured;

        // Alone, a writer syncs by itself; many share the syncs of the journal's thread.
        using (var journal = Store.Journal.Open(folder.FullName, StoreRecords.Options with { Synchronous = writers == 1 }))
        {
            journal.DurableAdvanced += _ =>
            {
                lock (gate)
                {
                    Monitor.PulseAll(gate);
                }
            };
            measured = Measure($"journal commit, {writers} writers", writers, each, number =>
            {
                var sequence = journal.Append(StoreRecords.Fact(number), StoreRecords.At(number));
                lock (gate)
                {
                    while (journal.Durable < sequence)
                    {
                        Monitor.Wait(gate);
                    }
                }
            });
            if (journal.Durable != journal.Appended)
            {
                throw new InvalidOperationException("Not every record was durable when its append returned: something else was measured.");
            }
        }

        folder.Delete(recursive: true);
        return measured;
    }

    private static (Timings Timings, double Seconds) Sqlite(int writers, int each)
    {
        var folder = Directory.CreateTempSubdirectory("edgenode-bench-");
        (Timings Timings, double Seconds) measured;
        using (var database = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "peer.db")};Pooling=False"))
        {
            database.Open();
            Execute(database, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE journal (sequence INTEGER PRIMARY KEY, line BLOB)");
            using var insert = database.CreateCommand();
            insert.CommandText = "INSERT INTO journal (line) VALUES ($line)";
            var line = insert.Parameters.Add("$line", SqliteType.Blob);
            var turn = new InTurn();
            measured = Measure($"SQLite WAL FULL commit, {writers} writers", writers, each, number => turn.Run(() =>
            {
                // A chained record has to be made in either store.
                line.Value = JournalCodec.Encode(new(number, StoreRecords.At(number), StoreRecords.Fact(number)), JournalCodec.Genesis, new byte[16]).Public;
                insert.ExecuteNonQuery();
            }));
        }

        folder.Delete(recursive: true);
        return measured;
    }

    private static void Execute(SqliteConnection database, string text)
    {
        using var command = database.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private static (Timings Timings, double Seconds) Measure(string name, int writers, int each, Action<long> commit)
    {
        for (var warm = 0; warm < 20; warm++)
        {
            commit(warm);
        }

        var timings = Enumerable.Range(0, writers).Select(_ => new Timings(name)).ToArray();
        var start = Stopwatch.GetTimestamp();
        var threads = timings.Select((own, writer) => new Thread(() =>
        {
            for (var number = 0; number < each; number++)
            {
                own.Measure(() => commit((writer * each) + number));
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var all = new Timings(name);
        Array.ForEach(timings, all.Add);
        return (all, seconds);
    }
}
