using CsCheck;
using EdgeNode.Core;
using EdgeNode.Hub;
using Xunit;

namespace EdgeNode.Hub.Tests;

public sealed class SettlementOnSqliteTests() : SettlementTests(null);

public sealed class SettlementOnPostgresTests(PostgresCluster cluster) : SettlementTests(cluster);

public abstract class SettlementTests(PostgresCluster? cluster) : IDisposable
{
    private const string March = "2026-03";
    private readonly HubBed _hub = new(cluster);

    public void Dispose()
    {
        _hub.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void The_visited_site_is_owed_by_the_hour_and_the_matrix_says_by_whom()
    {
        _hub.Cards.Put(HubBed.Card("c1", new(2026, 1, 1), 301));
        _hub.Upload("here", HubBed.Day, HubBed.Session(1, "m1", "there", HubBed.Day, 9, 61), HubBed.Session(2, "m2", "here", HubBed.Day, 9, 60));
        _hub.Upload("there", HubBed.Day, HubBed.Session(1, "m2", "here", HubBed.Day, 9, 30));
        Assert.Equal([new("here", "here", 60, 301), new("here", "there", 30, 151), new("there", "here", 61, 306)], _hub.Ledger.Matrix(March));
        Assert.All(_hub.Ledger.Entries(March), entry => Assert.Equal(("HalfUp", "c1"), (entry.Rounding, entry.Card)));
    }

    [Fact]
    public void Old_sessions_keep_old_rates_and_a_card_in_use_cannot_change()
    {
        _hub.Cards.Put(HubBed.Card("old", new(2026, 1, 1), 100));
        _hub.Cards.Put(HubBed.Card("new", HubBed.Day.AddDays(1), 200));
        _hub.Upload("here", HubBed.Day.AddDays(1), HubBed.Session(1, "m1", "there", HubBed.Day, 9, 60), HubBed.Session(2, "m1", "there", HubBed.Day.AddDays(1), 9, 60));
        Assert.Equal([100, 200], _hub.Ledger.Entries(March).Select(entry => entry.Cents));
        Assert.Throws<DirectoryException>(() => _hub.Cards.Put(HubBed.Card("old", new(2026, 1, 1), 150)));
        Assert.Throws<DirectoryException>(() => _hub.Cards.Put(HubBed.Card("other", new(2026, 1, 1), 150)));
        _hub.Cards.Put(HubBed.Card("old", new(2026, 1, 1), 100));
    }

    [Fact]
    public void Usage_without_a_price_is_never_free_in_silence()
    {
        _hub.Upload("here", HubBed.Day, HubBed.Session(1, "m1", "there", HubBed.Day, 9, 60));
        Assert.Equal(EntryKind.Unrated, Assert.Single(_hub.Ledger.Entries(March)).Kind);
        Assert.Contains("no price", Assert.Single(_hub.AlertTexts), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SessionClass.Measured, EntryKind.Use, 300)]
    [InlineData(SessionClass.Estimated, EntryKind.Use, 300)]
    [InlineData(SessionClass.Disputed, EntryKind.Disputed, 0)]
    public void Usage_is_paid_by_its_class_and_what_is_disputed_only_once_it_is_decided(SessionClass @class, EntryKind kind, long cents)
    {
        _hub.Cards.Put(HubBed.Card("c1", new(2026, 1, 1), 300));
        _hub.Upload("here", HubBed.Day, HubBed.Session(1, "m1", "there", HubBed.Day, 9, 60) with { Class = $"{@class}" });
        var entry = Assert.Single(_hub.Ledger.Entries(March));
        Assert.Equal((kind, cents, 60L), (entry.Kind, entry.Cents, entry.Minutes));
        Assert.Equal(kind == EntryKind.Disputed ? 1 : 0, _hub.AlertTexts.Count(alert => alert.Contains($"{entry.Id} is disputed", StringComparison.Ordinal)));
        _hub.Ledger.Correct(entry.Id, 0, 300 - cents, "the person inside had the better right");
        Assert.Equal(new MatrixRow("there", "here", 60, 300), Assert.Single(_hub.Ledger.Matrix(March)));
        Assert.Empty(_hub.Reconciliation.Check(March));
    }

    [Fact]
    public void A_flat_pass_is_split_by_hours_and_to_the_cent()
    {
        _hub.Member("m1", "there", new("m1", March, EntryKind.Flat, 10_000));
        _hub.Member("idle", "there", new("idle", March, EntryKind.Flat, 999));
        _hub.Upload("here", HubBed.Day, HubBed.Session(1, "m1", "there", HubBed.Day, 9, 120));
        _hub.Upload("there", HubBed.Day, HubBed.Session(1, "m1", "there", HubBed.Day, 14, 60));
        Close(March);
        Assert.Equal([new("there", "here", 120, 6667), new("there", "there", 60, 3333 + 999)], _hub.Ledger.Matrix(March));
        Assert.Empty(_hub.Reconciliation.Check(March));
    }

    [Fact]
    public void A_day_pass_counts_once_a_day_in_the_whole_network()
    {
        _hub.Member("m1", "there", new("m1", March, EntryKind.Day, 1_001));
        _hub.Upload("here", HubBed.Day, HubBed.Session(1, "m1", "there", HubBed.Day, 8, 60), HubBed.Session(2, "m1", "there", HubBed.Day, 18, 60));
        _hub.Upload("there", HubBed.Day, HubBed.Session(1, "m1", "there", HubBed.Day, 12, 120));
        _hub.Upload("there", HubBed.Day.AddDays(1), HubBed.Session(2, "m1", "there", HubBed.Day.AddDays(1), 12, 10));
        Close(March);
        Assert.Equal([501, 500 + 1001], _hub.Ledger.Matrix(March).Select(row => row.Cents));
    }

    [Fact]
    public void Prepaid_hours_count_at_any_site_and_beyond_its_debt_an_employers_cards_do_not_open()
    {
        _hub.Cards.Put(HubBed.Card("c1", new(2026, 1, 1), 300));
        _hub.Plans.PutEmployer("acme", "Acme", debtMinutes: 60);
        _hub.Member("m1", "there", new("m1", March, EntryKind.Prepaid, 0, "acme", "sales"));
        _hub.Directory.Put(new Card("m1", new string('0', 26)));
        _hub.Plans.Buy("order-1", "acme", 90);
        _hub.Plans.Buy("order-1", "acme", 90);
        _hub.Upload("here", HubBed.Day, HubBed.Session(1, "m1", "there", HubBed.Day, 9, 60));
        _hub.Upload("there", HubBed.Day, HubBed.Session(1, "m1", "there", HubBed.Day, 9, 60));
        Assert.Equal(-30, _hub.Plans.Left("acme"));
        Assert.True(Opens());
        _hub.Upload("here", HubBed.Day.AddDays(1), HubBed.Session(2, "m1", "there", HubBed.Day.AddDays(1), 9, 30));
        Assert.False(Opens());
        Assert.Equal([$"{HubBed.Day:yyyy-MM-dd}", $"{HubBed.Day.AddDays(1):yyyy-MM-dd}"], Letter().UsageCounted);
        var hours = Assert.Single(Letter().Prepaid!);
        Assert.Equal((-60, 60), (hours.Left, hours.Debt));
        _hub.Plans.Buy("order-2", "acme", 60);
        Assert.True(Opens());
        Assert.Equal(750, _hub.Ledger.Matrix(March).Sum(row => row.Cents));
    }

    [Theory]
    [InlineData(0, 300, 30)]
    [InlineData(-60, 0, 90)]
    public void A_disputed_session_takes_prepaid_hours_once_it_is_decided_that_it_counts(long minutes, long cents, long left)
    {
        _hub.Cards.Put(HubBed.Card("c1", new(2026, 1, 1), 300));
        _hub.Plans.PutEmployer("acme", "Acme", debtMinutes: 0);
        _hub.Member("m1", "there", new("m1", March, EntryKind.Prepaid, 0, "acme", "sales"));
        _hub.Plans.Buy("order-1", "acme", 90);
        _hub.Upload("here", HubBed.Day, HubBed.Session(1, "m1", "there", HubBed.Day, 9, 60) with { Class = nameof(SessionClass.Disputed) });
        Assert.Equal(90, _hub.Plans.Left("acme"));
        _hub.Ledger.Correct(Assert.Single(_hub.Ledger.Entries(March)).Id, minutes, cents, "decided");
        Assert.Equal(left, _hub.Plans.Left("acme"));
        Assert.Equal(new MatrixRow("there", "here", 60 + minutes, cents), Assert.Single(_hub.Ledger.Matrix(March)));
    }

    [Fact]
    public void A_loan_badge_goes_to_its_own_site_alone_where_no_two_have_one_name()
    {
        _hub.Member("drawer", "here", null);
        _hub.Member("other-drawer", "there", null);
        _hub.Directory.Put(new Card("drawer", new string('1', 26)) { Loan = "7" });
        _hub.Directory.Put(new Card("other-drawer", new string('0', 26)) { Loan = "7" });
        Assert.Equal("7", Assert.Single(Letter().Credentials).Loan);
        var twice = Assert.Throws<DirectoryException>(() => _hub.Directory.Put(new Card("drawer", new string('1', 27)) { Loan = "7" }));
        Assert.Contains("called '7'", twice.Message, StringComparison.Ordinal);
        _hub.Directory.Put(new Card("drawer", new string('1', 26)) { Loan = "7" });
    }

    [Fact]
    public void A_letter_says_who_pays_by_the_day_and_which_badges_are_for_loan()
    {
        _hub.Member("m1", "there", new("m1", March, EntryKind.Day, 1_001));
        _hub.Member("drawer", "here", null);
        _hub.Directory.Put(new Card("drawer", new string('1', 26)) { Loan = "7" });
        var letter = Letter();
        Assert.True(Assert.Single(letter.Holders, holder => holder.Ref == "m1").DayPass);
        Assert.Null(letter.Prepaid);
        Assert.Equal("7", Assert.Single(letter.Credentials).Loan);
    }

    [Fact]
    public void A_closed_month_never_changes_and_late_usage_goes_into_the_next()
    {
        _hub.Cards.Put(HubBed.Card("c1", new(2026, 1, 1), 300));
        _hub.Member("m2", "there", new("m2", March, EntryKind.Flat, 900));
        _hub.Upload("here", HubBed.Day, HubBed.Session(1, "m1", "there", HubBed.Day, 9, 60), HubBed.Session(2, "m2", "there", HubBed.Day, 9, 60));
        Close(March);
        var before = _hub.Ledger.Entries(March);
        Assert.Throws<DirectoryException>(() => _hub.Closing.Close(March));

        _hub.Upload("there", HubBed.Day, HubBed.Session(1, "m1", "there", HubBed.Day, 9, 60), HubBed.Session(2, "m2", "there", HubBed.Day, 14, 120));
        var correction = _hub.Ledger.Correct("use/here/e1/1", -10, -50, "the reader's clock was wrong");
        Close("2026-04");
        Assert.Equal(before, _hub.Ledger.Entries(March));
        Assert.Equal(("2026-04", EntryKind.Correction), (correction.Month, correction.Kind));

        // 300 for the late hour, -50 corrected; two thirds of m2's March pass move to the other site and April's pass stays at home.
        Assert.Equal([new("there", "here", -10, -50 - 600), new("there", "there", 180, 300 + 600 + 900)], _hub.Ledger.Matrix("2026-04"));
        Assert.Empty(_hub.Reconciliation.Check(March));
    }

    [Fact]
    public void The_database_itself_refuses_to_change_the_ledger()
    {
        _hub.Cards.Put(HubBed.Card("c1", new(2026, 1, 1), 300));
        _hub.Upload("here", HubBed.Day, HubBed.Session(1, "m1", "there", HubBed.Day, 9, 60));
        Close(March);
        Refused("UPDATE ledger SET cents = 1");
        Refused("DELETE FROM ledger");
        Refused("INSERT INTO ledger SELECT 'x', month, day, begun, kind, home, visited, holder, employer, cost_centre, minutes, cents, card, rounding, reason FROM ledger");

        void Refused(string sql) => Assert.ThrowsAny<System.Data.Common.DbException>(() => _hub.Database.Transact(to => to.Run(sql)));
    }

    [Fact]
    public void A_month_that_is_not_over_cannot_be_closed() => Assert.Throws<DirectoryException>(() => _hub.Closing.Close(March));

    [Fact]
    public void Reconciliation_sees_a_session_that_was_changed_behind_the_hubs_back()
    {
        _hub.Cards.Put(HubBed.Card("c1", new(2026, 1, 1), 300));
        _hub.Upload("here", HubBed.Day, HubBed.Session(1, "m1", "there", HubBed.Day, 9, 60));
        Assert.Empty(_hub.Reconciliation.Check(March));
        _hub.Database.Transact(to => to.Run("UPDATE usage_session SET minutes = 61"));
        Assert.Contains("kept here are 1 and 61", Assert.Single(_hub.Reconciliation.Check(March)), StringComparison.Ordinal);
        Assert.Single(_hub.AlertTexts);
    }

    [Fact]
    public void Whatever_is_used_and_closed_in_whatever_order_sites_and_network_and_statements_agree_to_the_cent()
    {
        string[] sites = ["here", "there"];
        EntryKind[] kinds = [EntryKind.Use, EntryKind.Flat, EntryKind.Day];
        _hub.Cards.Put(new("c1", new(2026, 1, 1), RatingRounding.HalfEven, [new(2, null, null, new(8, 0), new(18, 0), 777), new(null, null, null, TimeOnly.MinValue, TimeOnly.MinValue, 331)]));
        foreach (var (kind, index) in kinds.Select((kind, index) => (kind, index)))
        {
            _hub.Member($"m{index}", sites[index % 2], new($"m{index}", "2026-01", kind, 3_333));
        }

        _hub.Time.SetUtcNow(new(2027, 1, 1, 3, 0, 0, TimeSpan.Zero));
        var day = new DateOnly(2026, 1, 10);
        var number = 0;
        var closed = new List<string>();
        var session = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 23], Gen.Long[0, 700]);
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 40], session.Array[1, 4], Gen.Bool).Sample(
            (site, ahead, uses, close) =>
            {
                day = day.AddDays(1);
                var used = day.AddDays(-ahead);
                var rows = uses.Select(use => HubBed.Session(++number, $"m{use.Item1}", sites[use.Item1 % 2], used, use.Item2, use.Item3)).ToArray();
                Assert.True(_hub.Upload(sites[site], day, rows).Sealed);
                var month = $"{day.AddMonths(-1):yyyy-MM}";
                if (close && !_hub.Ledger.ClosedMonths().Contains(month) && _hub.Ledger.Entries(month).Count > 0)
                {
                    _hub.Closing.Close(month);
                    closed.Add(month);
                    Assert.All(closed, pass => Assert.Equal(3_333, Shares(pass)));
                }

                Assert.Empty(_hub.Reconciliation.Check(month));
            },
            iter: cluster is null ? 150 : 60, threads: 1);

        // What all sites got of the flat pass of one month, in whatever month it was entered.
        long Shares(string month) => closed.SelectMany(_hub.Ledger.Entries)
            .Where(entry => entry is { Kind: EntryKind.Share, Card: "Flat" } && entry.Day.StartsWith(month, StringComparison.Ordinal))
            .Sum(entry => entry.Cents);
    }

    private void Close(string month)
    {
        _hub.Time.SetUtcNow(new DateTimeOffset(int.Parse(month[..4], null), int.Parse(month[5..], null), 1, 3, 0, 0, TimeSpan.Zero).AddMonths(1));
        _hub.Closing.Close(month);
    }

    // By what the letter says: the site decides by the same rule.
    private bool Opens()
    {
        var letter = Letter();
        var hours = Assert.Single(letter.Prepaid!);
        Assert.Equal(hours.Employer, Assert.Single(letter.Holders, holder => holder.Ref == "m1").Employer);
        return !new PrepaidHours(new(hours.Employer), hours.Left, hours.Debt).AreUsedUp(0);
    }

    private EdgeNode.Contracts.PolicyLetter Letter() => EdgeNode.Contracts.LetterCodec
        .Decode<EdgeNode.Contracts.PolicyLetter>(_hub.Database.Transact(to => _hub.Shelf.Latest(to, "here")).Letter);
}
