using EdgeNode.Contracts;
using EdgeNode.Core;
using EdgeNode.Hub;
using Xunit;

namespace EdgeNode.Hub.Tests;

public sealed class IntakeTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("edgenode-hub-").FullName, "hub.db");
    private readonly SigningKey _site = new([.. Enumerable.Repeat((byte)3, 32)]);
    private readonly HubDatabase _database;
    private readonly HubDirectory _directory;
    private readonly UsageIntake _usage;
    private readonly JournalIntake _journal;

    public IntakeTests()
    {
        _database = new(_file);
        _directory = new(_database, new IdentifierKey(Enumerable.Repeat((byte)1, 32).ToArray()));
        var alerts = new HubAlerts(TimeProvider.System);
        (_usage, _journal) = (new(_database, alerts), new(_database, alerts));
        _directory.PutSite("here", "Here", _site.PublicHex);
        _directory.PutSite("there", "There", null);
    }

    private IReadOnlyList<string> Alerts => new FleetView(_database).Alerts();

    public void Dispose()
    {
        _database.Dispose();
        _site.Dispose();
        Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
    }

    [Fact]
    public void A_session_delivered_five_times_counts_once()
    {
        var (chunk, manifest) = Letters(3);
        for (var delivery = 0; delivery < 5; delivery++)
        {
            _usage.Take("here", chunk);
            Assert.True(_usage.Take("here", manifest).Sealed);
        }

        Assert.Equal([new TotalRow("there", "here", 3, 180, 60)], new UsageTotals(_database).Read("2026-03"));
        Assert.Empty(Alerts);
    }

    [Fact]
    public void A_manifest_before_its_chunks_is_answered_with_what_is_missing()
    {
        var (chunk, manifest) = Letters(2);
        Assert.Equal([0], _usage.Take("here", manifest).Missing);
        _usage.Take("here", chunk);
        Assert.True(_usage.Take("here", manifest).Sealed);
    }

    [Fact]
    public void A_manifest_that_the_site_did_not_sign_is_refused()
    {
        var (chunk, manifest) = Letters(2);
        _usage.Take("here", chunk);
        var ack = _usage.Take("here", manifest with { Minutes = manifest.Minutes + 1 });
        Assert.False(ack.Sealed);
        Assert.Contains("not signed", ack.Mismatch, StringComparison.Ordinal);
        Assert.Single(Alerts);
    }

    [Fact]
    public void A_signed_manifest_with_other_sums_than_its_chunks_is_refused()
    {
        var (chunk, manifest) = Letters(2);
        _usage.Take("here", chunk);
        Assert.Contains("121", _usage.Take("here", _site.Sign(manifest with { Minutes = 121 })).Mismatch, StringComparison.Ordinal);
        Assert.Empty(new UsageTotals(_database).Read(null));
    }

    [Fact]
    public void A_sealed_day_never_changes()
    {
        var (chunk, manifest) = Letters(2);
        _usage.Take("here", chunk);
        _usage.Take("here", manifest);
        var (more, other) = Letters(3);
        _usage.Take("here", more);
        Assert.Contains("never changes", _usage.Take("here", other).Mismatch, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(new UsageTotals(_database).Read(null)).Sessions);
    }

    [Fact]
    public void Journal_batches_in_any_order_and_number_are_kept_once_and_acknowledged_without_a_gap()
    {
        var lines = Chain(30);
        Assert.Equal(0, _journal.Take("here", Batch(lines, 11, 20)).Through);
        Assert.Equal(10, _journal.Take("here", Batch(lines, 1, 10)).Through);
        Assert.Equal(10, _journal.Take("here", Batch(lines, 1, 10)).Through);
        Assert.Equal(30, _journal.Take("here", Batch(lines, 5, 30)).Through);
        Assert.Equal(30L, _database.Transact(from => from.One("SELECT count(*) FROM journal")));
        Assert.Empty(Alerts);
    }

    [Fact]
    public void A_changed_record_is_refused_with_an_alert()
    {
        var lines = Chain(5);
        lines[2][60] ^= 1;
        Assert.Equal(2, _journal.Take("here", Batch(lines, 1, 5)).Through);
        Assert.Single(Alerts);
    }

    [Fact]
    public void The_policy_changes_its_version_only_with_its_content_and_carries_blocks_at_once()
    {
        using var network = new SigningKey(Enumerable.Repeat((byte)9, 32).ToArray());
        var shelf = new PolicyShelf(_database, network, TimeProvider.System);
        const string bits = "01111111111111111111111111";
        _directory.Put(new Member("m1", "Staff", "there"));
        _directory.Put(new Card("m1", bits));
        var first = shelf.Latest("here");
        Assert.Equal(1, first.Head.Version);
        Assert.Equal(1, shelf.Latest("here").Head.Version);
        _directory.SetBlocked("m1", true);
        var second = LetterCodec.Decode<PolicyLetter>(shelf.Latest("here").Letter);
        Assert.Equal((2L, false), (second.Version, Assert.Single(second.Credentials).Enabled));
        Assert.Equal("Member", Assert.Single(second.Holders).Class);
        Assert.Equal(-1, File.ReadAllBytes(_file).AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(bits)));
    }

    [Fact]
    public void A_csv_file_with_mistakes_names_each_with_its_line_and_a_right_one_is_entered()
    {
        var import = new CsvImport(_directory);
        var wrong = import.Members(new StringReader("ref,class,home,card\nm1,King,here,\nm2,Member,here,0101\n,Member,here,\n"));
        Assert.Equal(0, wrong.Entered);
        Assert.Equal(["line 4"], wrong.Errors.Select(error => error[..6]));
        var right = import.Members(new StringReader("ref;class;home;card\nm1;Member;here;01111111111111111111111111\n"));
        Assert.Equal((1, 0), (right.Entered, right.Errors.Count));
    }

    [Fact]
    public void An_icalendar_file_becomes_bookings()
    {
        _directory.Put(new Member("m1", "Member", "here"));
        var result = new CalendarImport(_directory).Bookings("here", """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//test//EN
            BEGIN:VEVENT
            UID:b-1
            DTSTAMP:20260301T080000Z
            DTSTART:20260302T080000Z
            DTEND:20260302T100000Z
            LOCATION:d01
            X-EDGENODE-HOLDER:m1
            END:VEVENT
            END:VCALENDAR
            """);
        Assert.Empty(result.Errors);
        Assert.Equal("d01", _database.Transact(from => from.One("SELECT resource FROM booking WHERE id = 'b-1' AND start = 1772438400000")));
    }

    private static List<byte[]> Chain(int count)
    {
        var lines = new List<byte[]>();
        var previous = JournalCodec.Genesis;
        for (var sequence = 1; sequence <= count; sequence++)
        {
            var line = JournalCodec.Encode(
                new(sequence, new(TimeSpan.FromSeconds(sequence), DateTimeOffset.UnixEpoch, ClockTrust.Trusted), new JournalFact.ExitRequested(new("street"))),
                previous, []);
            (previous, _) = (line.Hash, sequence);
            lines.Add(line.Public);
        }

        return lines;
    }

    private static JournalBatch Batch(List<byte[]> lines, int first, int last) => new("here", "e1", first, last, "", "")
    {
        Lines = [.. lines[(first - 1)..last].Select(line => (ReadOnlyMemory<byte>)line)],
    };

    private (UsageChunk Chunk, UsageManifest Manifest) Letters(int sessions)
    {
        var chunk = new UsageChunk("here", "e1", Day, 0,
            [.. Enumerable.Range(1, sessions).Select(number => new UsageRow(number, "m1", null, "there", "d01", 0, 3_600_000, 60, number == 1 ? "Estimated" : "Measured"))]);
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(LetterCodec.Encode(chunk)));
        return (chunk, _site.Sign(new UsageManifest("here", "e1", Day, 9, "head", sessions, sessions * 60, [hash])));
    }
}
