using EdgeNode.Core;
using EdgeNode.Store;
using EdgeNode.Store.Tests;

namespace EdgeNode.Worker.Tests;

/// <summary>A site's machine dies, and another one becomes the site out of its last backup.</summary>
public sealed class RestoreTests : IDisposable
{
    private const string Site = ConfigurationFixture.Minimal + "store: memory\ngpio: none\nscreen: { plan: plan.svg }\n";
    private readonly TemporaryFolder _folder = new();

    public RestoreTests()
    {
        Directory.CreateDirectory(_folder["old"]);
        Directory.CreateDirectory(_folder["new"]);
        File.WriteAllText(_folder["old/site.yaml"], Site);
        File.WriteAllText(_folder["old/plan.svg"], "<svg/>");
    }

    private string Backup => _folder["stick.edgenode-backup"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Another_machine_becomes_the_site_and_its_identity_its_people_and_its_chain_go_on()
    {
        var (key, records) = await LiveAndDie();

        var (exit, output, error) = await Restore();

        Assert.Equal((0, ""), (exit, error));
        Assert.Contains($"back as it was at record {records}.", output, StringComparison.Ordinal);
        Assert.Equal(Site, await File.ReadAllTextAsync(_folder["new/site.yaml"], TestContext.Current.CancellationToken));
        Assert.Equal("<svg/>", await File.ReadAllTextAsync(_folder["new/plan.svg"], TestContext.Current.CancellationToken));
        using (var site = new SmallSite(_folder["new/memory"], now: DateTimeOffset.UtcNow.AddMinutes(1)))
        {
            await using var node = site.Start();
            Assert.Equal(key, node.SiteKey);
            Assert.Equal(DoorMode.Locked, node.Loop.State.Doors[new("street")].Mode);
            Assert.True(site.Opens(node, SmallSite.Street));
            Assert.Empty(node.Views.Current.Health.Problems);
            Assert.Contains(node.Views.Current.Feed, item => item.Fact is JournalFact.JournalRestored restored && restored.After == records);
            Assert.Contains(node.Views.Current.Feed, item => item.Sequence <= records);
            Assert.InRange(node.Views.Current.Health.Waiting, records, records + 100);
            Assert.True(node.Journal.Read(records + 1).First().Sequence > 1_700_000_000_000);
        }

        (exit, output, error) = await EdgeNodeProcess.RunAsync("journal", "verify", "--config", _folder["new/site.yaml"]);
        Assert.Equal((0, ""), (exit, error));
        Assert.Contains($"Put back from a copy after record {records}; it goes on as record", output, StringComparison.Ordinal);
        Assert.Contains("Proved: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_has_written_on_the_new_machine_stays_and_its_memory_is_kept()
    {
        await LiveAndDie();
        await File.WriteAllTextAsync(_folder["new/site.yaml"], Site + "# mine\n", TestContext.Current.CancellationToken);
        using (var site = new SmallSite(_folder["new/memory"]))
        {
            await using var node = site.Start();
        }

        var (exit, output, _) = await Restore();

        Assert.Equal(0, exit);
        Assert.EndsWith("# mine\n", await File.ReadAllTextAsync(_folder["new/site.yaml"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain("site.yaml was put", output, StringComparison.Ordinal);
        Assert.Contains("before-restore-1; remove it", output, StringComparison.Ordinal);
        Assert.True(Directory.Exists(_folder["new/memory/before-restore-1/journal"]));
    }

    [Fact]
    public async Task A_wrong_code_another_site_or_a_node_that_runs_is_refused_and_nothing_is_touched()
    {
        await LiveAndDie();
        using var site = new SmallSite(_folder["new/memory"]);
        await using (var node = site.Start())
        {
            var before = Directory.GetFileSystemEntries(_folder["new/memory"]);
            await Refused("another edgenode uses this store");
            await File.WriteAllTextAsync(_folder["new/site.yaml"], Site.Replace("namur-gare", "liege-parc", StringComparison.Ordinal), TestContext.Current.CancellationToken);
            await Refused("it is of the site 'namur-gare', and");
            File.Delete(_folder["new/site.yaml"]);
            await File.WriteAllTextAsync(_folder["code"], RecoveryCode.New(bytes => bytes.Fill(1)).Written(), TestContext.Current.CancellationToken);
            await Refused("the recovery code is another one's");
            await File.WriteAllTextAsync(_folder["code"], "0000", TestContext.Current.CancellationToken);
            await Refused("is no recovery code");
            Assert.Equal(before, Directory.GetFileSystemEntries(_folder["new/memory"]));
            Assert.True(site.Opens(node, SmallSite.Street));
        }

        Assert.False(File.Exists(_folder["new/site.yaml"]));
    }

    [Fact]
    public async Task No_node_starts_on_a_store_whose_restoring_was_interrupted()
    {
        await LiveAndDie();
        await File.WriteAllTextAsync(_folder["old/memory/restoring.mark"], "", TestContext.Current.CancellationToken);

        var (exit, _, error) = await EdgeNodeProcess.RunAsync("run", "--config", _folder["old/site.yaml"]);

        Assert.Equal(1, exit);
        Assert.Contains("was interrupted. Do it again: edgenode restore", error, StringComparison.Ordinal);
    }

    // A site that stands unlocked by hand when the copy is made, and whose last records are in no copy.
    private async Task<(string Key, long Records)> LiveAndDie()
    {
        using var site = new SmallSite(_folder["old/memory"]);
        await using var node = site.Start();
        Assert.True(site.Opens(node, SmallSite.Street));
        Assert.True(node.Send(new SiteEvent.DoorCommanded(new("street"), DoorCommand.Unlock, CommandSource.Screen, new("manager"))));
        node.Loop.Drain();
        Assert.Equal(DoorMode.Unlocked, node.Loop.State.Doors[new("street")].Mode);
        var records = node.Journal.Durable;
        var (exit, _, error) = await EdgeNodeProcess.RunAsync("backup", "--config", _folder["old/site.yaml"], Backup);
        Assert.Equal((0, ""), (exit, error));
        (_, var code, _) = await EdgeNodeProcess.RunAsync("backup", "--config", _folder["old/site.yaml"], "--code");
        await File.WriteAllTextAsync(_folder["code"], code, TestContext.Current.CancellationToken);
        Assert.False(site.Opens(node, SmallSite.Host) && node.Journal.Durable == records);
        return (node.SiteKey, records);
    }

    private Task<(int Exit, string Output, string Error)> Restore() =>
        EdgeNodeProcess.RunAsync("restore", "--config", _folder["new/site.yaml"], "--code-file", _folder["code"], Backup);

    private async Task Refused(string why)
    {
        var (exit, output, error) = await Restore();
        Assert.Equal((1, ""), (exit, output));
        Assert.Contains(why, error, StringComparison.Ordinal);
    }
}
