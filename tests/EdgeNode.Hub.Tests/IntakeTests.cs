using EdgeNode.Contracts;
using EdgeNode.Core;
using EdgeNode.Hub;
using Xunit;

namespace EdgeNode.Hub.Tests;

public sealed class IntakeOnSqliteTests() : IntakeTests(null);

public sealed class IntakeOnPostgresTests(PostgresCluster cluster) : IntakeTests(cluster);

public abstract class IntakeTests(PostgresCluster? cluster) : IDisposable
{
    private readonly HubBed _hub = new(cluster);

    public void Dispose()
    {
        _hub.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_session_delivered_five_times_counts_once()
    {
        var (chunks, manifest) = Day(3);
        for (var delivery = 0; delivery < 5; delivery++)
        {
            _hub.Take(chunks[0]);
            Assert.True(_hub.Take(manifest).Sealed);
        }

        Assert.Equal([new TotalRow("there", "here", 3, 180, 60)], new UsageTotals(_hub.Database).Read("2026-03"));
        Assert.Equal(3, _hub.Count("ledger"));
    }

    [Fact]
    public void A_manifest_before_its_chunks_is_answered_with_what_is_missing()
    {
        var (chunks, manifest) = Day(2);
        Assert.Equal([0], _hub.Take(manifest).Missing);
        _hub.Take(chunks[0]);
        Assert.True(_hub.Take(manifest).Sealed);
    }

    [Fact]
    public void A_manifest_that_the_site_did_not_sign_is_refused()
    {
        var (chunks, manifest) = Day(2);
        _hub.Take(chunks[0]);
        var ack = _hub.Take(manifest with { Minutes = manifest.Minutes + 1 });
        Assert.False(ack.Sealed);
        Assert.Contains("not signed", ack.Mismatch, StringComparison.Ordinal);
        Assert.Single(_hub.AlertTexts);
    }

    [Fact]
    public void A_signed_manifest_with_other_sums_than_its_chunks_is_refused()
    {
        var (chunks, manifest) = Day(2);
        _hub.Take(chunks[0]);
        Assert.Contains("121", _hub.Take(_hub.Keys["here"].Sign(manifest with { Minutes = 121 })).Mismatch, StringComparison.Ordinal);
        Assert.Empty(new UsageTotals(_hub.Database).Read(null));
    }

    [Fact]
    public void A_sealed_day_never_changes()
    {
        _hub.Upload("here", HubBed.Day, Rows(2));
        Assert.Contains("never changes", _hub.Upload("here", HubBed.Day, Rows(3)).Mismatch, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(new UsageTotals(_hub.Database).Read(null)).Sessions);
    }

    [Fact]
    public void A_session_in_two_days_is_refused_and_not_paid_twice()
    {
        Assert.True(_hub.Upload("here", HubBed.Day, Rows(2)).Sealed);
        Assert.Contains("counted on an earlier day", _hub.Upload("here", HubBed.Day.AddDays(1), Rows(1)).Mismatch, StringComparison.Ordinal);
        Assert.Equal(2, _hub.Count("ledger"));
    }

    [Fact]
    public void A_session_that_ends_before_it_starts_is_refused()
    {
        var row = Rows(1)[0];
        Assert.Contains("from start to end", _hub.Upload("here", HubBed.Day, row with { End = row.Start - 60_000, Minutes = -1 }).Mismatch, StringComparison.Ordinal);
        Assert.Contains("from start to end", _hub.Upload("here", HubBed.Day, row with { Start = long.MinValue, End = long.MaxValue, Minutes = 0 }).Mismatch, StringComparison.Ordinal);
    }

    [Fact]
    public void Journal_batches_in_any_order_and_number_are_kept_once_and_acknowledged_without_a_gap()
    {
        var lines = HubBed.Chain(30);
        Assert.Equal(0, _hub.Take(HubBed.Batch(lines, 11, 20)).Through);
        Assert.Equal(20, _hub.Take(HubBed.Batch(lines, 1, 10)).Through);
        Assert.Equal(20, _hub.Take(HubBed.Batch(lines, 1, 10)).Through);
        Assert.Equal(30, _hub.Take(HubBed.Batch(lines, 5, 30)).Through);
        Assert.Equal((30, 0), (_hub.Count("journal"), _hub.Count("journal_ahead")));
        Assert.Empty(_hub.AlertTexts);
    }

    [Fact]
    public void What_waits_behind_a_gap_is_bounded()
    {
        var lines = HubBed.Chain(60);
        for (var first = 2; first < 60; first++)
        {
            _hub.Take(HubBed.Batch(lines, first, first));
        }

        Assert.Equal(16, _hub.Count("journal_ahead"));
        Assert.Equal(17, _hub.Take(HubBed.Batch(lines, 1, 1)).Through);
    }

    [Fact]
    public void A_changed_record_is_refused_with_an_alert_also_when_it_waited_behind_a_gap()
    {
        var lines = HubBed.Chain(8);
        lines[5][60] ^= 1;
        Assert.Equal(0, _hub.Take(HubBed.Batch(lines, 4, 8)).Through);
        Assert.Equal(5, _hub.Take(HubBed.Batch(lines, 1, 3)).Through);
        Assert.Single(_hub.AlertTexts);
    }

    [Fact]
    public void An_entry_under_threat_raises_an_alert_for_each()
    {
        var batch = HubBed.Batch(HubBed.Chain(2, new JournalFact.Duress(new("street-in"))), 1, 2);
        _hub.Take(batch);
        _hub.Take(batch);
        Assert.Equal(2, _hub.AlertTexts.Count(alert => alert.Contains("entered under threat", StringComparison.Ordinal)));
    }

    [Fact]
    public void Records_that_a_site_has_lost_leave_its_signed_word_in_their_place_and_the_chain_goes_on_behind_them()
    {
        var lines = HubBed.Chain(30);
        var loss = new JournalLoss("here", "e1", 9, 12, JournalCodec.HashOf(lines[11]));
        _hub.Take(HubBed.Batch(lines, 1, 10));
        Assert.Equal(10, _hub.Take(HubBed.Batch(lines, 13, 20)).Through);
        Assert.Equal(10, _hub.Take(loss).Through);
        Assert.Equal(10, _hub.Take(_hub.Keys["there"].Sign(loss)).Through);
        Assert.Contains("not signed", Assert.Single(_hub.AlertTexts), StringComparison.Ordinal);

        Assert.Equal(20, _hub.Take(_hub.Keys["here"].Sign(loss)).Through);
        Assert.Equal(20, _hub.Take(_hub.Keys["here"].Sign(loss)).Through);
        Assert.Equal(30, _hub.Take(HubBed.Batch(lines, 21, 30)).Through);
        Assert.Equal((28, 1), (_hub.Count("journal"), _hub.Count("journal_loss")));
        Assert.Contains(_hub.AlertTexts, alert => alert.Contains("records 11 to 12 were lost", StringComparison.Ordinal));
    }

    [Fact]
    public void A_loss_of_records_that_are_kept_or_not_due_yet_changes_nothing()
    {
        var lines = HubBed.Chain(30);
        _hub.Take(HubBed.Batch(lines, 1, 10));
        Assert.Equal(10, _hub.Take(_hub.Keys["here"].Sign(new JournalLoss("here", "e1", 4, 10, JournalCodec.HashOf(lines[9])))).Through);
        Assert.Equal(10, _hub.Take(_hub.Keys["here"].Sign(new JournalLoss("here", "e1", 15, 20, JournalCodec.HashOf(lines[19])))).Through);
        Assert.Equal((10, 0), (_hub.Count("journal"), _hub.Count("journal_loss")));
        Assert.Empty(_hub.AlertTexts);
    }

    [Fact]
    public void Letters_taken_together_are_answered_once_for_each_topic()
    {
        var lines = HubBed.Chain(30);
        var answers = _hub.Post.Take([HubBed.Letter(HubBed.Batch(lines, 21, 30)), HubBed.Letter(HubBed.Batch(lines, 1, 10)), HubBed.Letter(HubBed.Batch(lines, 11, 20))]);
        Assert.Equal(30, LetterCodec.Decode<JournalAck>(Assert.Single(answers).Payload).Through);
    }

    [Fact]
    public void A_letter_of_an_unknown_version_is_refused_with_an_alert_and_holds_up_nobody()
    {
        var answers = _hub.Post.Take([
            new(Topics.Status("here"), """{"v":2,"online":true}"""u8.ToArray()),
            HubBed.Letter(HubBed.Batch(HubBed.Chain(3), 1, 3))]);
        Assert.Equal(3, LetterCodec.Decode<JournalAck>(Assert.Single(answers).Payload).Through);
        Assert.Contains("version 2", Assert.Single(_hub.AlertTexts), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_a_database_cannot_keep_costs_nobody_elses_letter()
    {
        var poisoned = Rows(1)[0] with { Resource = "d\u0000" };
        var (chunks, manifest) = _hub.Letters("here", HubBed.Day, poisoned);
        _hub.Take(chunks[0]);
        var answers = _hub.Post.Take([
            new(Topics.UsageManifest("here", HubBed.Day), LetterCodec.Encode(manifest)),
            HubBed.Letter(HubBed.Batch(HubBed.Chain(3), 1, 3))]);
        Assert.Contains(answers, answer => answer.Topic == Topics.JournalAck("here"));
        Assert.Equal(3, _hub.Count("journal"));
    }

    [Fact]
    public void The_policy_changes_its_version_only_with_its_content_and_carries_blocks_at_once()
    {
        const string bits = "01111111111111111111111111";
        _hub.Directory.Put(new Member("m1", "Staff", "there"));
        _hub.Directory.Put(new Card("m1", bits));
        Assert.Equal(1, Latest().Head.Version);
        Assert.Equal(1, Latest().Head.Version);
        _hub.Directory.SetBlocked("m1", true);
        Assert.Equal(1, _hub.Database.Transact(to => _hub.Shelf.Published(to, "here")).Head.Version);
        var second = LetterCodec.Decode<PolicyLetter>(Latest().Letter);
        Assert.Equal((2L, false), (second.Version, Assert.Single(second.Credentials).Enabled));
        Assert.Equal("Member", Assert.Single(second.Holders).Class);
        Assert.Equal(Latest().Letter, _hub.Database.Transact(to => _hub.Shelf.Published(to, "here")).Letter);
        if (File.Exists(_hub.File))
        {
            Assert.Equal(-1, File.ReadAllBytes(_hub.File).AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(bits)));
        }
    }

    [Fact]
    public void A_csv_file_with_mistakes_names_each_with_its_line_and_a_right_one_is_entered()
    {
        var import = new CsvImport(_hub.Directory);
        var wrong = import.Members(new StringReader("ref,class,home,card\nm1,King,here,\nm2,Member,here,0101\n,Member,here,\n"));
        Assert.Equal(0, wrong.Entered);
        Assert.Equal(["line 4"], wrong.Errors.Select(error => error[..6]));
        var right = import.Members(new StringReader("ref;class;home;card\nm1;Member;here;01111111111111111111111111\n"));
        Assert.Equal((1, 0), (right.Entered, right.Errors.Count));
        var secured = import.Members(new StringReader("""
            ref,class,home,card,pin,duressPin,pinExempt,needsEscort,assurance
            m2,Member,here,01111111111111111111111110,2580,2581,,TRUE,Cryptographic
            m3,Member,here,,1234,1234,,,
            m4,Member,here,,12,,,,
            """));
        Assert.Equal(["line 3", "line 4"], secured.Errors.Select(error => error[..6]));
        var silent = import.Members(new StringReader("ref,class,home,needsEscort,duressPin\nm5,Member,here,yes,\nm6,Member,here,,2581\n"));
        Assert.Equal(["line 2: needsEscort is 'yes'", "line 3: duressPin stands without"], silent.Errors.Select(error => error[..Math.Min(error.Length, error.StartsWith("line 2", StringComparison.Ordinal) ? 28 : 32)]));
        var letter = LetterCodec.Decode<PolicyLetter>(Latest().Letter);
        var holder = letter.Holders.Single(holder => holder.Ref == "m2");
        Assert.True(PinHash.TryRead(holder.Pin!)!.Verify(new("2580")) && PinHash.TryRead(holder.DuressPin!)!.Verify(new("2581")));
        Assert.Equal((false, true), (holder.PinExempt, holder.NeedsEscort));
        Assert.Equal("Cryptographic", letter.Credentials.Single(credential => credential.Holder == "m2").Assurance);
        var booked = import.Bookings(new StringReader("""
            id,site,holder,resource,start,end,made,guests,hostFirst
            b1,here,m1,r1,2026-03-02T08:00:00Z,2026-03-02T10:00:00Z,2026-03-01T08:00:00Z,m1,true
            """));
        Assert.Equal((1, 0), (booked.Entered, booked.Errors.Count));
        Assert.Equal("m1", _hub.Database.Transact(from => from.One("SELECT guests FROM booking WHERE id = 'b1' AND host_first AND made = 1772352000000")));
    }

    [Fact]
    public void A_site_that_says_which_policy_it_has_is_sent_the_difference_and_the_whole_where_that_is_no_longer_kept()
    {
        for (var number = 0; number < 40; number++)
        {
            _hub.Directory.Put(new Member($"m{number}", "Member", "here"));
        }

        var first = Latest();
        _hub.Directory.Put(new Member("m-new", "Member", "here"));
        var second = Latest();
        var sent = Assert.Single(Want(first.Head.Version));
        Assert.Equal(Topics.PolicyDelta("here", second.Head.Version), sent.Topic);
        Assert.Equal(second.Letter, PolicyPacking.Join(second.Head, first.Letter, LetterCodec.Decode<PolicyDelta>(sent.Payload)));
        Assert.Equal(Topics.PolicyPart("here", second.Head.Version, 0), Assert.Single(Want(null)).Topic);
        _hub.Database.Transact(to => to.Run("UPDATE policy SET letter = NULL WHERE version = $1", first.Head.Version));
        Assert.Equal(Topics.PolicyPart("here", second.Head.Version, 0), Assert.Single(Want(first.Head.Version)).Topic);

        IReadOnlyList<OutgoingLetter> Want(long? have) =>
            _hub.Post.Take([new(Topics.WantPolicy("here", second.Head.Version), LetterCodec.Encode(new PolicyWant(second.Head.Version, [0]) { Have = have }))]);
    }

    [Fact]
    public void An_icalendar_file_becomes_bookings()
    {
        _hub.Directory.Put(new Member("m1", "Member", "here"));
        var result = new CalendarImport(_hub.Directory).Bookings("here", """
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
        Assert.Equal("d01", _hub.Database.Transact(from => from.One("SELECT resource FROM booking WHERE id = 'b-1' AND starts = 1772438400000")));
    }

    private PackedPolicy Latest() => _hub.Database.Transact(to => _hub.Shelf.Latest(to, "here"));

    private static UsageRow[] Rows(int sessions) =>
        [.. Enumerable.Range(1, sessions).Select(number => HubBed.Session(number, "m1", "there", HubBed.Day, 9, 60) with { Class = number == 1 ? "Estimated" : "Measured" })];

    private (UsageChunk[] Chunks, UsageManifest Manifest) Day(int sessions) => _hub.Letters("here", HubBed.Day, Rows(sessions));
}
