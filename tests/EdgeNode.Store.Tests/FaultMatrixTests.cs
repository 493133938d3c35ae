using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace EdgeNode.Store.Tests;

/// <summary>Every operation of every file of the store, refused in every way that disks refuse; the outcomes are printed as a table.</summary>
public sealed class FaultMatrixTests : IDisposable
{
    private static readonly string[] Operations = ["list", "open", "open to write", "read", "create", "write", "sync", "rename", "link", "sync folder", "delete"];
    private static readonly string[] Files = [".segment", "epoch", "policy-"];
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();

    private static (string Name, Func<Exception> Make)[] Errors { get; } =
    [
        ("full", () => new IOException("No space left on device", 28)),
        ("I/O", () => new IOException("Input/output error", 5)),
        ("read-only", () => new IOException("Read-only file system", 30)),
        ("no right", () => new UnauthorizedAccessException("Access to the path is denied.")),
    ];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Whatever_the_disk_refuses_nothing_acknowledged_is_lost_and_the_store_goes_on_without_a_restart()
    {
        var rows = from operation in Operations from file in Files from error in Errors select (operation, file, error.Name, Outcome: Cell(operation, file, error.Make));
        var table = rows.GroupBy(row => (row.operation, row.file, row.Outcome)).ToList();
        Console.WriteLine($"fault matrix, {Operations.Length * Files.Length * Errors.Length} cells: operation | file | refused as | outcome");
        table.ForEach(row => Console.WriteLine($"  {row.Key.operation,-13} | {row.Key.file,-8} | {string.Join(", ", row.Select(cell => cell.Name)),-30} | {row.Key.Outcome}"));
        Assert.DoesNotContain(table, row => row.Key.Outcome.Contains("LOST", StringComparison.Ordinal));
    }

    private string Cell(string operation, string file, Func<Exception> error)
    {
        var disk = new ForgetfulDisk();
        bool Hits(string kind, string name) => kind == operation && (kind is "list" or "sync folder" || name.Contains(file, StringComparison.Ordinal));
        long acknowledged = 0, policy = 1;
        var told = new List<string>();
        using (var journal = Open(disk))
        {
            var policies = new PolicyFiles("policy", room: 0, disk);
            journal.DurableAdvanced += sequence => acknowledged = sequence;
            journal.Trouble += _ => told.Add("alarm");
            journal.Append(5);
            policies.Save(1, [1]);
            disk.Fault = (kind, name) => Hits(kind, name) ? error() : null;
            journal.Append(30);
            policy = TrySave(policies);
            var waited = journal.Appended - journal.Durable;
            disk.Recover();
            _time.Advance(TimeSpan.FromSeconds(1));
            if (journal.Durable != 35 || !journal.Read(1).SequenceEqual(Records.Entries(1, 35)))
            {
                return "LOST or stuck after the disk takes records again";
            }

            told.Insert(0, waited > 0 ? $"{waited} records waited in memory, then written" : "not needed while running");
        }

        told.Add(Reopen(disk, Hits, error));
        disk.PowerOn();
        using var again = Open(disk);
        var letter = new PolicyFiles("policy", room: 0, disk).NewestFirst().First().Version;
        return letter < policy || Missing(disk, again, acknowledged) ? "LOST" : string.Join("; ", told.Append(policy == 1 ? "policy 1 stays in force" : "policy 2 kept"));
    }

    // What cannot be read now is kept as it is under another name, and no sequence is used twice.
    private bool Missing(ForgetfulDisk disk, Journal journal, long acknowledged)
    {
        var kept = disk.List(_folder.Path).Where(path => path.Contains("damaged", StringComparison.Ordinal));
        var aside = kept.SelectMany(path => SegmentScan.Of(path, 1, disk.Content(path)).Frames).Select(frame => frame.Sequence);
        return journal.Durable < acknowledged || Enumerable.Range(1, (int)acknowledged).Any(
            number => !journal.Read(number).Any(entry => entry.Sequence == number) && !aside.Contains(number));
    }

    private static long TrySave(PolicyFiles policies)
    {
        try
        {
            policies.Save(2, [2]);
            return 2;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Not acknowledged to the network, which sends it again.
            return 1;
        }
    }

    // A start while the fault lasts: it works, or it is refused in words and works once the disk does.
    private string Reopen(ForgetfulDisk disk, Func<string, string, bool> hits, Func<Exception> error)
    {
        disk.Fault = (kind, name) => hits(kind, name) ? error() : null;
        try
        {
            using var journal = Open(disk);
            return journal.Durable == 35 ? "starts meanwhile" : $"starts meanwhile with what can be read: {journal.OpeningReport.Count} reports";
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Told in the table.
            return "does not start meanwhile";
        }
        finally
        {
            disk.Recover();
        }
    }

    private Journal Open(ForgetfulDisk disk) => Journal.Open(_folder.Path, Records.Options with { SegmentBytes = 2048 }, _time, disk);
}
