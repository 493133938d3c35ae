using System.Net.Sockets;
using EdgeNode.Store.Tests;

namespace EdgeNode.Worker.Tests;

public sealed class BackupCommandTests
{
    [Fact]
    public async Task A_node_that_listens_for_a_screen_reset_is_copied_all_the_same()
    {
        using var folder = new TemporaryFolder();
        using var site = new SmallSite(folder["store"]);
        await using (var node = site.Start())
        {
            Assert.True(site.Opens(node, SmallSite.Street));
        }

        Directory.CreateDirectory(folder["store/screen"]);
        await File.WriteAllTextAsync(folder["store/screen/kept"], "", TestContext.Current.CancellationToken);
        using var listening = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listening.Bind(new UnixDomainSocketEndPoint(folder["store/screen/reset.socket"]));
        await File.WriteAllTextAsync(folder["site.yaml"], ConfigurationFixture.Minimal + "store: store\ngpio: none\n", TestContext.Current.CancellationToken);

        var (exit, output, error) = await EdgeNodeProcess.RunAsync("backup", "--config", folder["site.yaml"], "--plain", folder["copy"]);

        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("bytes in", output, StringComparison.Ordinal);
        Assert.Equal(["kept"], Directory.GetFileSystemEntries(folder["copy/screen"]).Select(Path.GetFileName));
        Assert.Equal(
            Directory.EnumerateFiles(folder["store/journal"], "*.segment").Select(Path.GetFileName).Order(),
            Directory.EnumerateFiles(folder["copy/journal"], "*.segment").Select(Path.GetFileName).Order());
    }
}
