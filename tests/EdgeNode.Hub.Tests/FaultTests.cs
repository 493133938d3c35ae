using EdgeNode.CloudSync.Tests;
using EdgeNode.Contracts;
using EdgeNode.Core;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeNode.Hub.Tests;

public sealed class FaultsOnSqliteTests() : FaultTests(null);

public sealed class FaultsOnPostgresTests(PostgresCluster cluster) : FaultTests(cluster)
{
    [Fact]
    public async Task A_database_that_is_killed_and_started_again_costs_nothing()
    {
        // One of its own: the other tests go on meanwhile.
        await using var own = new PostgresCluster();
        await own.InitializeAsync();
        await using var faults = new FaultsOnPostgresTests(own);
        await faults.InitializeAsync();
        await faults.Survive(own.Restart);
    }
}

/// <summary>Whatever happens on the way, the hub's totals are those of the sites' own journals, to the cent.</summary>
public abstract class FaultTests : IAsyncLifetime
{
    private const string Month = "2026-03";
    private static readonly DateOnly First = new(2026, 3, 1);
    private static readonly string[] Names = ["gare", "parc", "quai"];
    private readonly CancellationTokenSource _bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly string _folder = Directory.CreateTempSubdirectory("edgenode-faults-").FullName;
    private readonly SiteNode[] _sites = [.. Names.Select((name, index) => new SiteNode(name, (byte)(10 + index)))];
    private readonly List<IAsyncDisposable> _open = [];
    private readonly SigningKey _network;
    private Mosquitto _broker = null!;

    protected FaultTests(PostgresCluster? cluster)
    {
        _bound.CancelAfter(TimeSpan.FromSeconds(120));
        Where = cluster?.NewDatabase() ?? Path.Combine(_folder, "hub.db");
        var keys = new KeyFolder(Path.Combine(_folder, "keys"));
        keys.Create("127.0.0.1", 8883, TimeProvider.System);
        _network = new(keys.SigningSeed);
        using var database = HubDatabase.Open(Where);
        var directory = new HubDirectory(database, new IdentifierKey(keys.IdentifierKey));
        foreach (var site in _sites)
        {
            directory.PutSite(site.Name, site.Name, site.Key.PublicHex);
        }

        new RateCards(database).Put(HubBed.Card("c1", First, 317));
    }

    private string Where { get; }

    private string Keys => Path.Combine(_folder, "keys");

    private CancellationToken Stop => _bound.Token;

    public async ValueTask InitializeAsync() => _broker = await Mosquitto.StartNew(Stop);

    public async ValueTask DisposeAsync()
    {
        foreach (var open in _sites.Concat(_open.AsEnumerable().Reverse()))
        {
            await open.DisposeAsync();
        }

        await _broker.DisposeAsync();
        _network.Dispose();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Letters_that_come_twice_late_slowly_and_over_cut_and_dead_links_count_once()
    {
        var random = new Random(7);
        await Hub(1, new FaultyWire(_broker.Port, 1) { Twice = 0.2, Late = 0.2 });
        await Hub(2, new FaultyWire(_broker.Port, 2) { Twice = 0.1, Late = 0.3 });
        FaultyWire[] wires = [.. _sites.Select((_, index) => new FaultyWire(_broker.Port, 10 + index) { Twice = 0.2, Late = 0.2, Slow = index == 2 })];
        _open.AddRange(wires);
        Live(random, days: 3, records: 700);
        foreach (var (site, wire) in _sites.Zip(wires))
        {
            site.Connect(wire.Port, _network);
        }

        for (var round = 0; round < 4; round++)
        {
            var frozen = random.Next(wires.Length);
            wires[frozen].Freeze();
            wires[(frozen + 1) % wires.Length].Cut();
            foreach (var site in _sites)
            {
                site.Site.Journal.Append(random.Next(1, 400));
                site.Link!.Nudge();
            }

            await _sites[frozen].Link!.WhenHealth(health => !health.Connected, Stop);
            wires[frozen].Thaw();
            await _sites[frozen].Link!.WhenConnected(Stop);
        }

        await AllIsThere();
    }

    [Fact]
    public async Task A_broker_that_freezes_is_killed_and_comes_back_with_nothing_costs_nothing()
    {
        await Hub(1, null);
        await Hub(2, null);
        Live(new(8), days: 4, records: 500);
        Connect();
        _broker.Freeze();
        await _sites[0].Link!.WhenHealth(health => !health.Connected, Stop);
        _broker.Thaw();
        await _sites[0].Link!.WhenConnected(Stop);
        await _broker.Kill();
        _sites[1].Site.Journal.Append(900);
        await _broker.Start(Stop);
        await AllIsThere();
    }

    [Fact]
    public async Task A_broker_that_comes_back_with_its_state_sends_nothing_that_counts_twice()
    {
        await _broker.DisposeAsync();
        _broker = await Mosquitto.StartNew(Stop, port =>
            $"listener {port} 127.0.0.1\nallow_anonymous true\npersistence true\nautosave_on_changes true\nautosave_interval 50\nmessage_size_limit 262144");
        await Hub(1, null);
        Live(new(9), days: 4, records: 500);
        Connect();
        await _sites[0].Link!.WhenAcknowledged(500, Stop);
        await _broker.Kill();
        await _broker.Start(Stop);
        await AllIsThere();
    }

    [Fact]
    public async Task Three_workers_of_which_one_is_killed_again_and_again_lose_nothing_and_double_nothing()
    {
        var workers = await Task.WhenAll(Enumerable.Range(1, 3).Select(Start));
        _open.AddRange(workers);
        Connect();
        var rounds = Environment.GetEnvironmentVariable("EDGENODE_TESTS") == "full" ? 30 : 2;
        for (var round = 0; round < rounds; round++)
        {
            Live(new(round), days: 1, records: 1_500, from: First.AddDays(round));
            foreach (var site in _sites)
            {
                site.Link!.UploadDays();
            }

            // Killed when the hub is seen to be in the middle of it.
            var half = _sites[0].Site.Journal.AcknowledgedThrough + 500;
            await _sites[0].Link!.WhenAcknowledged(half, Stop);
            await workers[round % 3].DisposeAsync();
            _open.Add(workers[round % 3] = await Start((round % 3) + 1));
        }

        await AllIsThere();

        Task<HubProcess> Start(int number) => HubProcess.Start(Where, Keys, _broker.Port, number, Stop);
    }

    [Fact]
    public async Task Records_that_a_site_lost_with_its_disk_hold_nothing_up_and_everybody_sees_that_they_are_missing()
    {
        await Hub(1, null);
        Live(new(10), days: 3, records: 700);
        _sites[0].Site.Journal.Lose(1_500, 2_099);
        Connect();
        await Task.WhenAll(_sites.Select(site => site.WhenAllIsThere(Stop)));

        using var database = HubDatabase.Open(Where);
        Assert.Equal(_sites[0].Site.Journal.Durable - 600, (long)database.Transact(from => from.One("SELECT count(*) FROM journal WHERE site = $1", Names[0]))!);
        Assert.Contains("records 1500 to 2099 were lost at the site", Assert.Single(new FleetView(database, TimeProvider.System).Alerts()), StringComparison.Ordinal);
        Assert.StartsWith("2026-03-03: records", Assert.Single(new Verification(database).Run(Names[0], Month).Wrong), StringComparison.Ordinal);
        Assert.Empty(new Verification(database).Run(Names[1], Month).Wrong);
    }

    [Fact]
    public async Task A_site_put_back_from_a_copy_goes_on_and_no_session_is_paid_twice_or_lost_that_was_sealed()
    {
        await Hub(1, null);
        Live(new(12), days: 3, records: 700);
        Connect();
        await Task.WhenAll(_sites.Select(site => site.WhenAllIsThere(Stop)));
        var (dead, records) = (_sites[0], _sites[0].Site.Journal.Durable);
        await dead.Link!.DisposeAsync();

        // In the middle of the second day's sessions.
        var copied = dead.Site.Journal.Entries().First(read => read.Entry.Fact is JournalFact.DayClosed).Entry.Sequence + 702;
        dead.PutBack(copied, 1_000_000_000, First.AddDays(1));
        dead.Live(First.AddDays(4), 1, 5, 700, ["parc"], new(13));
        dead.Connect(_broker.Port, _network);
        await Task.WhenAll(_sites.Select(site => site.WhenAllIsThere(Stop)));

        using var database = HubDatabase.Open(Where);
        IsPaid(database);
        Assert.Equal(records + 708, (long)database.Transact(from => from.One("SELECT count(*) FROM journal WHERE site = $1", Names[0]))!);
        var alerts = new FleetView(database, TimeProvider.System).Alerts();
        Assert.Contains(alerts, alert => alert.Contains("put back from a copy and goes on as record 1000000000", StringComparison.Ordinal));
        Assert.Contains(alerts, alert => alert.Contains("closed it again with 2 sessions", StringComparison.Ordinal));
        Assert.Equal(2, alerts.Count);
        Assert.StartsWith("2026-03-02: records", Assert.Single(new Verification(database).Run(Names[0], Month).Wrong), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hub_that_was_down_for_thirty_days_is_paid_up_oldest_day_first()
    {
        Connect();
        await _sites[0].Link!.WhenConnected(Stop);
        Live(new(11), days: 30, records: 100);
        foreach (var site in _sites)
        {
            site.Link!.Nudge();
        }

        await _sites[0].Link!.WhenHealth(health => health.Problems.Any(problem => problem.Contains("Nobody at the broker", StringComparison.Ordinal)), Stop);
        await Hub(1, null);
        await AllIsThere();
        Assert.Equal(30, _sites[0].Site.Sealed.Distinct().Count());
        Assert.Equal(_sites[0].Site.Sealed.Order(), _sites[0].Site.Sealed);
    }

    /// <summary>Uploads while something is broken and mended.</summary>
    protected async Task Survive(Func<Task> breakAndMend)
    {
        await Hub(1, null);
        Live(new(12), days: 3, records: 1_500);
        Connect();
        await _sites[0].Link!.WhenAcknowledged(500, Stop);
        await breakAndMend();
        await AllIsThere();
    }

    private void Live(Random random, int days, int records, DateOnly? from = null)
    {
        foreach (var site in _sites)
        {
            site.Live(from ?? First, days, sessionsADay: 4, records, Names, random);
        }
    }

    private void Connect()
    {
        foreach (var site in _sites)
        {
            site.Connect(_broker.Port, _network);
        }
    }

    private async Task Hub(int worker, FaultyWire? wire)
    {
        if (wire is not null)
        {
            _open.Add(wire);
        }

        var keys = new KeyFolder(Keys);
        _open.Add(await HubHost.StartAsync(
            new(Where, "127.0.0.1", wire?.Port ?? _broker.Port, keys.SigningSeed, keys.IdentifierKey) { Worker = BrokerFiles.Worker(worker) },
            TimeProvider.System,
            NullLoggerFactory.Instance));
    }

    // Waits for the sites, then counts what the hub has against what each site's journal says.
    private async Task AllIsThere()
    {
        await Task.WhenAll(_sites.Select(site => site.WhenAllIsThere(Stop)));
        using var database = HubDatabase.Open(Where);
        IsPaid(database);
        Assert.Equal(_sites.Sum(site => site.Site.Journal.Durable), (long)database.Transact(from => from.One("SELECT count(*) FROM journal"))!);
        var cents = _sites.SelectMany(site => site.Site.Journal.Entries().Select(entry => entry.Entry.Fact).OfType<JournalFact.SessionClosed>())
            .Sum(session => (((long)Math.Ceiling((session.End - session.Start).TotalMinutes) * 317 * 2) + 60) / 120);
        Assert.Equal(cents, new Ledger(database).Matrix(Month).Sum(row => row.Cents));
        Assert.All(Names, site => Assert.Empty(new Verification(database).Run(site, Month).Wrong));
        Assert.Empty(new FleetView(database, TimeProvider.System).Alerts());
    }

    private void IsPaid(HubDatabase database)
    {
        var totals = new UsageTotals(database).Read(Month).ToDictionary(row => (row.Visited, row.Home), row => row.Minutes);
        Assert.Equal(
            _sites.SelectMany(site => site.Minutes.Select(home => (Key: (site.Name, home.Key), home.Value))).OrderBy(row => row.Key),
            totals.Select(row => (row.Key, row.Value)).OrderBy(row => row.Key));
        Assert.Empty(new Reconciliation(database, new(TimeProvider.System)).Check(Month));
    }
}
