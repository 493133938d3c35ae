using System.Globalization;
using EdgeNode.Contracts;
using EdgeNode.Core;
using EdgeNode.Store;

namespace EdgeNode.Worker.Tests;

public sealed class JournalCommandTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 11, 0, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("edgenode-journal-").FullName;
    private readonly string _file;

    public JournalCommandTests()
    {
        _file = Path.Combine(_folder, "site.yaml");
        File.WriteAllText(_file, $"{ConfigurationFixture.Minimal}store: {_folder}\n");
    }

    private string JournalFolder => Path.Combine(_folder, "journal");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Verify_says_what_is_proved_and_by_whose_key()
    {
        var key = Fill();
        var (exit, output, error) = await EdgeNodeProcess.RunAsync("journal", "verify", "--config", _file);
        Assert.Equal((0, ""), (exit, error));
        Assert.Matches($"^Proved: 6 records, head [0-9a-f]{{64}}; 1 days signed by {key}, through record 4.\n$", output);
    }

    [Fact]
    public async Task Verify_names_the_first_bad_record_and_ends_with_1()
    {
        Fill();
        var segment = Directory.GetFiles(JournalFolder, "*.segment").Single();
        var bytes = await File.ReadAllBytesAsync(segment, TestContext.Current.CancellationToken);
        bytes[500] ^= 1;
        await File.WriteAllBytesAsync(segment, bytes, TestContext.Current.CancellationToken);
        var (exit, output, _) = await EdgeNodeProcess.RunAsync("journal", "verify", "--config", _file);
        Assert.Equal(1, exit);
        Assert.Matches("^NOT proved. First bad record: .*record 2 is damaged at byte", output);
    }

    [Fact]
    public async Task Verify_with_the_key_of_somebody_else_proves_nothing()
    {
        Fill();
        using var other = new SigningKey(new byte[32]);
        var (exit, output, _) = await EdgeNodeProcess.RunAsync("journal", "verify", "--config", _file, "--key", other.PublicHex);
        Assert.Equal(1, exit);
        Assert.Contains("record 5: the signature of 2026-03-02 is not the site's", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_and_export_take_a_day_or_numbers_and_explain_a_wrong_one()
    {
        Fill();
        var (exit, output, _) = await EdgeNodeProcess.RunAsync("journal", "export", "--config", _file, "--from", "2026-03-02", "--to", "2026-03-02");
        Assert.Equal((0, 4), (exit, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        (exit, output, _) = await EdgeNodeProcess.RunAsync("journal", "export", "--config", _file, "--from", "2", "--to", "3");
        Assert.Equal((0, 2), (exit, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        (exit, _, var error) = await EdgeNodeProcess.RunAsync("journal", "verify", "--config", _file, "--from", "2026-04-01");
        Assert.Equal((1, "edgenode: The journal has closed no day 2026-04-01; write one from 2026-03-02 to 2026-03-02.\n"), (exit, error));
    }

    [Fact]
    public async Task Exported_lines_are_the_bytes_that_the_chain_covers_and_name_nobody()
    {
        Fill();
        var (_, output, _) = await EdgeNodeProcess.RunAsync("journal", "export", "--config", _file);
        var chain = new JournalChain();
        Assert.All(
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Null(chain.TryAccept(System.Text.Encoding.UTF8.GetBytes(line), [], out _)));
        Assert.Equal(6, chain.Sequence);
        Assert.DoesNotContain("holder-1", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exported_as_a_table_each_record_is_a_row_in_local_time()
    {
        Fill();
        var (_, output, _) = await EdgeNodeProcess.RunAsync("journal", "export", "--config", _file, "--format", "csv");
        var rows = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("sequence,time,trust,kind,fact,hash", rows[0]);
        Assert.StartsWith("2,2026-03-02T12:00:02.000+01:00,Trusted,AccessNotTaken,\"{\"\"kind\"\":\"\"AccessNotTaken\"\"", rows[2], StringComparison.Ordinal);
        Assert.Equal(7, rows.Length);
    }

    [Fact]
    public async Task Erase_takes_one_person_out_and_the_journal_still_proves()
    {
        Fill();
        var (exit, output, _) = await EdgeNodeProcess.RunAsync("journal", "erase", "--config", _file, "holder-1");
        Assert.Equal(0, exit);
        Assert.StartsWith("1 records lost their details", output, StringComparison.Ordinal);
        Assert.All(
            Directory.GetFiles(_folder, "*", SearchOption.AllDirectories),
            path => Assert.True(File.ReadAllBytes(path).AsSpan().IndexOf("holder-1\""u8) < 0, path));
        (exit, output, _) = await EdgeNodeProcess.RunAsync("journal", "verify", "--config", _file);
        Assert.StartsWith("Proved: 7 records", output, StringComparison.Ordinal);
        Assert.Equal(0, exit);
    }

    [Fact]
    public async Task Erase_is_refused_while_the_node_runs()
    {
        Fill();
        using var node = OpenJournal();
        var (exit, _, error) = await EdgeNodeProcess.RunAsync("journal", "erase", "--config", _file, "holder-1");
        Assert.Equal(1, exit);
        Assert.Contains("stop it first: systemctl stop edgenode", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_evacuation_is_ended_once_by_a_named_person_while_the_node_is_stopped()
    {
        Fill();
        using (var journal = OpenJournal())
        {
            Append(journal, new JournalFact.EvacuationStarted());
            var (refused, _, running) = await EdgeNodeProcess.RunAsync("evacuation-over", "--by", "staff-1", "--config", _file);
            Assert.Equal(1, refused);
            Assert.Contains("stop it first: systemctl stop edgenode", running, StringComparison.Ordinal);
        }

        var (exit, output, _) = await EdgeNodeProcess.RunAsync("evacuation-over", "--by", "staff-1", "--config", _file);
        Assert.Equal((0, "The evacuation of 2026-03-02 12:00 is over, as staff-1 says. Start the node again.\n"), (exit, output));
        (exit, _, var error) = await EdgeNodeProcess.RunAsync("evacuation-over", "--by", "staff-1", "--config", _file);
        Assert.Equal(1, exit);
        Assert.Contains("There is no evacuation to end.", error, StringComparison.Ordinal);
        JournalFact? last = null;
        JournalProof.Read(JournalFolder, 1, long.MaxValue, (_, entry) => last = entry.Fact);
        Assert.Equal(new HolderRef("staff-1"), Assert.IsType<JournalFact.EvacuationEnded>(last).Who!.Holder);
    }

    // Three records, the fourth closes the day, the fifth seals it, the sixth comes after.
    private string Fill()
    {
        using var key = new SigningKey(SiteKeys.Open(Path.Combine(_folder, "keys"), bytes => bytes.Fill(7)).SigningSeed);
        using var journal = OpenJournal();
        Append(journal, new JournalFact.SiteStarted("test"));
        Append(journal, new JournalFact.AccessNotTaken(new("street")) { Who = new(new("holder-1"), null) });
        Append(journal, new JournalFact.AccessNotTaken(new("street")) { Who = new(new("holder-2"), null) });
        Append(journal, new JournalFact.DayClosed(Day));
        var seal = key.Sign(new JournalSeal("namur-gare", journal.Epoch, Day, journal.Durable, journal.Head));
        Append(journal, new JournalFact.DaySealed(Day, journal.Durable, journal.Head, key.PublicHex, seal.Signature!));
        Append(journal, new JournalFact.DoorContact(new("street"), ContactState.Open));
        return key.PublicHex.ToString(CultureInfo.InvariantCulture);
    }

    private static void Append(Journal journal, JournalFact fact) =>
        journal.Append(fact, new(TimeSpan.FromSeconds(1), Noon.AddSeconds(journal.Appended + 1), ClockTrust.Trusted));

    private Journal OpenJournal()
    {
        Directory.CreateDirectory(JournalFolder);
        return Journal.Open(JournalFolder, new() { FillSalt = salt => salt.Fill(1), NewEpoch = () => "epoch-1", Synchronous = true });
    }
}
