using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.Hub.Tests;

public sealed class ReportsOnSqliteTests() : ReportTests(null);

public sealed class ReportsOnPostgresTests(PostgresCluster cluster) : ReportTests(cluster);

public abstract class ReportTests : IDisposable
{
    private const string March = "2026-03";
    private readonly HubBed _hub;

    protected ReportTests(PostgresCluster? cluster)
    {
        _hub = new(cluster);
        _hub.Cards.Put(HubBed.Card("c1", new(2026, 1, 1), 311));
    }

    public void Dispose()
    {
        _hub.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_statement_is_the_same_in_the_spreadsheet_and_on_paper_and_says_when_it_is_final()
    {
        _hub.Upload("here", HubBed.Day, HubBed.Session(1, "m1", "there", HubBed.Day, 9, 61), HubBed.Session(2, "m2", "here", HubBed.Day, 9, 60));
        _hub.Upload("there", HubBed.Day, HubBed.Session(1, "m2", "here", HubBed.Day, 9, 30));
        _hub.Ledger.Correct("use/here/e1/1", -1, -5, "one <minute> too many");
        var draft = Statement.Read(_hub.Database, "here", March);
        Assert.False(draft.Closed);
        _hub.Time.SetUtcNow(new(2026, 4, 2, 3, 0, 0, TimeSpan.Zero));
        _hub.Closing.Close(March);
        var final = Statement.Read(_hub.Database, "here", March);
        Assert.Equal((622, 467), (final.DueCents, final.OwedCents));
        GoldenFile.Check("statement.golden.txt", $"{StatementWriting.Csv(draft)}\n{StatementWriting.Csv(final)}\n{StatementWriting.Page(final)}\n");
        Assert.DoesNotContain("m1", StatementWriting.Page(final), StringComparison.Ordinal);
    }

    [Fact]
    public void An_employer_sees_hours_by_site_and_cost_centre_never_a_day_and_no_group_of_fewer_than_five()
    {
        _hub.Plans.PutEmployer("acme", "Acme", 0);
        (string Centre, int People)[] centres = [("sales", 6), ("legal", 2), ("board", 1), ("it", 7)];
        var number = 0;
        var rows = new List<UsageRow>();
        foreach (var (centre, people) in centres)
        {
            for (var person = 0; person < people; person++)
            {
                var holder = $"{centre}{person}";
                _hub.Member(holder, "there", new(holder, March, EntryKind.Prepaid, 0, "acme", centre));
                rows.Add(HubBed.Session(++number, holder, "there", HubBed.Day, 9, 60));
            }
        }

        _hub.Upload("here", HubBed.Day, [.. rows]);
        var report = EmployerReport.Read(_hub.Database, "acme", March);

        // legal and board are three people: sales, the smallest of the large, is merged in with them.
        Assert.Equal([new("here", "it", 7, 420), new("several", "several", 9, 540)], report);
        var csv = EmployerReport.Csv("acme", March, report);
        GoldenFile.Check("employer.golden.txt", csv);
        Assert.DoesNotContain("2026-03-", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void An_employer_of_few_sees_its_hours_and_not_how_many_people()
    {
        _hub.Plans.PutEmployer("acme", "Acme", 0);
        _hub.Member("m1", "there", new("m1", March, EntryKind.Prepaid, 0, "acme", "sales"));
        _hub.Upload("here", HubBed.Day, HubBed.Session(1, "m1", "there", HubBed.Day, 9, 60));
        Assert.Equal([new("several", "several", null, 60)], EmployerReport.Read(_hub.Database, "acme", March));
    }

    [Fact]
    public void A_month_is_proved_again_from_its_raw_letters_and_every_change_to_them_is_seen()
    {
        var site = new SiteNode("here", 3);
        site.Live(new(2026, 3, 1), 3, 4, 5, ["there"], new Random(3));
        var lines = site.Site.Journal.Read(1, 1000).Select(line => line.Public).ToList();
        Assert.Equal(lines.Count, _hub.Take(HubBed.Batch(lines, 1, lines.Count)).Through);
        foreach (var day in site.Site.Owed.Values.OrderBy(day => day.Day))
        {
            var letters = CloudSync.UsageWriting.Write(day, "here", "e1", site.Key);
            letters.Chunks.ToList().ForEach(_hub.Take);
            Assert.True(_hub.Take(letters.Manifest).Sealed);
        }

        var report = new Verification(_hub.Database).Run("here", March);
        Assert.Equal((3, lines.Count, 12L, site.Minutes["there"]), (report.Days, (int)report.Records, report.Sessions, report.Minutes));
        Assert.Empty(report.Wrong);

        Seen("UPDATE usage_session SET holder = 'x' WHERE number = 1", "not those that the manifest signs");
        Seen("UPDATE usage_session SET minutes = minutes + 1 WHERE number = 2", "kept here are");
        Seen("UPDATE journal SET line = (SELECT line FROM journal WHERE sequence = 3) WHERE sequence = 2", "does not follow");
        Seen("DELETE FROM journal WHERE sequence = 9", "does not follow");
        Seen("UPDATE usage_day SET manifest = (SELECT manifest FROM usage_day WHERE day = '2026-03-02') WHERE day = '2026-03-03'", "filed under it");
        Seen("DELETE FROM usage_day WHERE day = '2026-03-03'", "no manifest of it was ever sealed");
        Seen("UPDATE usage_session SET starts = starts - 60000, minutes = minutes + 1 WHERE number = 3", "closed on that day");
        Seen($"UPDATE site SET public_key = '{_hub.Keys["there"].PublicHex}' WHERE id = 'here'", "not signed");

        // Each is done, seen and undone, on a database that knows nothing of it afterwards.
        void Seen(string sql, string words) => Assert.Throws<UndoneException>(() => _hub.Database.Transact<int>(to =>
        {
            Assert.True(to.Run(sql) > 0, sql);
            Assert.Contains(Verification.Run(to, "here", March).Wrong, wrong => wrong.Contains(words, StringComparison.Ordinal));
            throw new UndoneException();
        }));
    }

    [Fact]
    public void A_month_from_which_the_site_lost_records_is_proved_but_for_the_day_that_they_belong_to()
    {
        var site = new SiteNode("here", 3);
        site.Live(new(2026, 3, 1), 3, 4, 5, ["there"], new Random(3));
        var all = site.Site.Journal.Read(1, 1000);
        _hub.Take(HubBed.Batch([.. all.Select(line => line.Public)], 1, 12));
        _hub.Take(site.Key.Sign(new JournalLoss("here", "e1", 13, 14, all[13].Hash)));
        _hub.Take(HubBed.Batch([.. all.Select(line => line.Public)], 15, all.Count));
        foreach (var day in site.Site.Owed.Values)
        {
            var letters = CloudSync.UsageWriting.Write(day, "here", "e1", site.Key);
            letters.Chunks.ToList().ForEach(_hub.Take);
            _hub.Take(letters.Manifest);
        }

        var report = new Verification(_hub.Database).Run("here", March);
        Assert.Equal(all.Count - 2, report.Records);
        Assert.Equal("2026-03-02: records 13 to 14 were lost at the site, which signed for it; what they said cannot be proved.", Assert.Single(report.Wrong));
        _hub.Database.Transact(to => to.Run("DELETE FROM journal_loss"));
        Assert.Contains(new Verification(_hub.Database).Run("here", March).Wrong, wrong => wrong.Contains("does not follow", StringComparison.Ordinal));
    }

    [Fact]
    public void The_fleet_shows_who_is_silent_what_is_owed_and_which_policy_is_not_in_force_yet()
    {
        _hub.Database.Transact(to => _hub.Shelf.Latest(to, "here"));
        Say(Topics.Status("here"), new SiteStatus(true, "0.1.0", "e1", 0, ["doors"]));
        Say(Topics.Now("here"), new SiteNow(0, [new("street", "Locked", "Open", "DoorForcedOpen", true)], [], 0, 0, new(true, 9, 2, "Holdover", ["The disk is full."])));
        var row = Row("here");
        Assert.Equal((true, 2, "Holdover", 0L, 1L), (row.Online, row.DaysOwed, row.Clock, row.PolicyInForce, row.PolicyWanted));
        Assert.Equal(["street: DoorForcedOpen", "The disk is full."], row.Alarms);

        _hub.Time.Advance(TimeSpan.FromSeconds(90));
        Assert.True(Row("here").Online);
        _hub.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(Row("here").Online);
        Say(Topics.Status("here"), new SiteStatus(true, "0.1.0", "e1", 1, ["doors"]));
        Assert.Equal((true, 1L), (Row("here").Online, Row("here").PolicyInForce));
        Assert.Equal(["here"], new FleetView(_hub.Database, _hub.Time).Sites("coop").Select(site => site.Id));

        SiteRow Row(string site) => new FleetView(_hub.Database, _hub.Time).Sites().Single(row => row.Id == site);
    }

    [Fact]
    public void A_blocked_badge_is_not_yet_blocked_at_a_site_until_the_site_confirms()
    {
        _hub.Directory.Put(new Member("m-here", "Member", "here"));
        _hub.Directory.Put(new Member("m-there", "Member", "there"));
        _hub.Directory.Put(new Card("m-here", new string('1', 26)));
        _hub.Directory.Put(new Card("m-there", new string('0', 26)));
        Publish();
        Say(Topics.Status("here"), new SiteStatus(true, "0.1.0", "e1", 1, ["doors"]));
        _hub.Directory.SetBlocked("m-here", true);
        _hub.Directory.SetBlocked("m-there", true);
        Assert.Empty(NotYet(null));
        Publish();
        Assert.Equal(["m-here", "m-there"], NotYet(null));
        Assert.Equal(["m-here"], NotYet("coop"));
        _hub.Directory.Put(new Member("m-new", "Member", "here"));
        Publish();
        Say(Topics.Status("here"), new SiteStatus(true, "0.1.0", "e1", 2, ["doors"]));
        Assert.Empty(NotYet(null));
        _hub.Directory.SetBlocked("m-here", false);
        _hub.Database.Transact(to => to.Run("UPDATE policy SET letter = NULL WHERE version = 2"));
        Assert.Equal(["m-there"], NotYet(null));

        void Publish() => _hub.Database.Transact(to => _hub.Shelf.Latest(to, "here"));
        IReadOnlyList<string> NotYet(string? owner) => new FleetView(_hub.Database, _hub.Time).Sites(owner).Single(row => row.Id == "here").NotYetBlocked;
    }

    [Fact]
    public void A_command_is_signed_lives_ten_seconds_and_keeps_the_first_answer_of_its_own_site()
    {
        using var network = new SigningKey([.. Enumerable.Repeat((byte)9, 32)]);
        var desk = new CommandDesk(_hub.Database, network, _hub.Time);
        var (id, letter) = desk.Unlock("here", "street", "parcel");
        var command = LetterCodec.Decode<SiteCommand>(letter.Payload);
        Assert.True(new VerifyingKey(network.PublicHex).Signed(command));
        Assert.Equal((10_000, false), (command.NotAfter - command.NotBefore, letter.Retain));
        Say(Topics.Answer("there", id), new CommandAnswer(id, "Late"));
        Assert.Null(desk.Outcome(id));
        Say(Topics.Answer("here", id), new CommandAnswer(id, "Done"));
        Say(Topics.Answer("here", id), new CommandAnswer(id, "Late"));
        Assert.Equal("Done", desk.Outcome(id));
        Assert.Throws<DirectoryException>(() => desk.Unlock("nowhere", "street", "parcel"));
        Assert.Throws<DirectoryException>(() => desk.Unlock("here", "street", " "));
    }

    private void Say<T>(string topic, T letter)
        where T : Letter => _hub.Post.Take([new(topic, LetterCodec.Encode(letter))]);

    private sealed class UndoneException : Exception;
}
