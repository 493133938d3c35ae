using System.Security.Cryptography;
using EdgeNode.Contracts;
using EdgeNode.Core;
using EdgeNode.Hardware.Simulated;
using EdgeNode.Store;
using EdgeNode.Store.Tests;

namespace EdgeNode.Worker.Tests;

public sealed class GoingLiveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_door_of_a_new_site_goes_live_with_its_sheet_and_no_other_does()
    {
        using var site = new SmallSite(_folder.Path) { AsksForSafetySheets = true };
        await using (var node = site.Start())
        {
            Assert.False(site.Opens(node, SmallSite.Street));
            Assert.Equal(DenyReason.DoorNotAccepted, Facts<JournalFact.AccessDenied>(node).Last().Reason);
            Assert.Equal([DoorAcceptance.Missing, DoorAcceptance.Missing], node.Views.Current.Doors.Select(door => door.Acceptance));
        }

        await Override(site, 0);
        await using (var node = site.Start())
        {
            Assert.True(site.Opens(node, SmallSite.Street));
            Assert.False(site.Opens(node, SmallSite.Host));
            var told = Assert.Single(Facts<JournalFact.DoorAcceptanceChanged>(node), fact => fact.Acceptance == DoorAcceptance.Overridden);
            Assert.Equal((new DoorId("street"), "installer-1"), (told.Door, told.Who!.Holder.Value));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(_folder[Path.Combine("safety", "street.json")], Stop))), told.Sheet);
        }

        site.Configuration = site.Configuration with { Strikes = [.. site.Configuration.Strikes.Select(strike => strike.Door.Value == "street" ? strike with { Wiring = StrikeWiring.FailSafe } : strike)] };
        await using (var node = site.Start())
        {
            site.Opens(node, SmallSite.Street);
            Assert.Equal(DenyReason.DoorNotAccepted, Facts<JournalFact.AccessDenied>(node).Last().Reason);
        }
    }

    [Fact]
    public async Task A_site_that_was_in_use_before_sheets_were_asked_for_is_not_locked_out_by_an_upgrade()
    {
        using var site = new SmallSite(_folder.Path);
        await using (var node = site.Start())
        {
            Assert.True(site.Opens(node, SmallSite.Street));
        }

        site.AsksForSafetySheets = true;
        await using (var node = site.Start())
        {
            Assert.True(site.Opens(node, SmallSite.Street));
            Assert.Equal([DoorAcceptance.Overridden, DoorAcceptance.Overridden], node.Views.Current.Doors.Select(door => door.Acceptance));
            Assert.Equal(2, Facts<JournalFact.DoorAcceptanceChanged>(node).Length);
        }

        File.Delete(_folder[Path.Combine("safety", "street.json")]);
        await using (var node = site.Start())
        {
            Assert.False(site.Opens(node, SmallSite.Street));
        }
    }

    [Fact]
    public async Task A_disk_that_does_not_give_a_sheet_back_locks_nobody_out_and_lets_nobody_in_who_was_not()
    {
        using var site = new SmallSite(_folder.Path) { AsksForSafetySheets = true };
        await using (site.Start())
        {
        }

        await Override(site, 0);
        await using (site.Start())
        {
        }

        // Reading this file is refused by the kernel, whoever asks.
        File.Delete(_folder[Path.Combine("safety", "street.json")]);
        File.CreateSymbolicLink(_folder[Path.Combine("safety", "street.json")], "/proc/self/mem");
        await using (var node = site.Start())
        {
            Assert.True(site.Opens(node, SmallSite.Street));
            Assert.False(site.Opens(node, SmallSite.Host));
            Assert.Contains(node.Views.Current.Health.Problems, problem => problem.Contains("safety sheets", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task After_a_year_the_page_says_to_try_the_door_again_and_it_stays_live()
    {
        using var site = new SmallSite(_folder.Path) { AsksForSafetySheets = true };
        using var key = Key(site);
        var sheets = new SafetySheets(site.Configuration);
        foreach (var door in site.Configuration.Definition.Doors)
        {
            sheets.Keep(key.Sign(sheets.Blank(door.Id, "installer-1", site.Time.GetUtcNow())));
        }

        await using var node = site.Start();
        Assert.DoesNotContain(node.Views.Current.Health.Problems, problem => problem.Contains("more than a year", StringComparison.Ordinal));
        site.Time.JumpWall(TimeSpan.FromDays(366));
        site.Pass(node, TimeSpan.FromSeconds(1));
        Assert.True(site.Opens(node, SmallSite.Street));
        Assert.Equal(2, node.Views.Current.Health.Problems.Count(problem => problem.Contains("more than a year", StringComparison.Ordinal)));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static SigningKey Key(SmallSite site) => new(SiteKeys.Open(Path.Combine(site.Configuration.StoreFolder, "keys"), RandomNumberGenerator.Fill).SigningSeed);

    private static T[] Facts<T>(Node node)
        where T : JournalFact => [.. node.Journal.Read(1).Select(entry => entry.Fact).OfType<T>()];

    private static async Task Override(SmallSite site, int door)
    {
        using var key = Key(site);
        await new AcceptDesk(site.Configuration, site.Configuration.Definition.Doors[door], key, new SimulatedTime(Node.BuildDate.AddDays(1)), TextWriter.Null).OverrideAsync("installer-1", "fitted on Monday");
    }
}
