using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace EdgeNode.Store.Tests;

public sealed class KillTests : IDisposable
{
    private const int Kills = 10;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_record_acknowledged_by_a_process_that_is_killed_is_there()
    {
        var random = new Random(20260302);
        long acknowledged = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            var told = await RunAndKill(random.Next(1, 400));
            Assert.True(told > acknowledged);
            using var journal = Journal.Open(_folder.Path, Records.Options, TimeProvider.System);
            Assert.InRange(journal.Durable, told, long.MaxValue);
            Assert.Equal(Records.Entries(1, journal.Durable), journal.Read(1));
            Assert.Empty(_folder.Names("damaged"));
            acknowledged = journal.Durable;
        }

        Assert.Null(Journal.Verify(_folder.Path).FirstBad);
    }

    private async Task<long> RunAndKill(int lines)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["append", _folder.Path]) { RedirectStandardOutput = true };
        using var child = Process.Start(start)!;
        long told = 0;
        for (; lines > 0 && await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line; lines--)
        {
            told = long.Parse(line, CultureInfo.InvariantCulture);
        }

        child.Kill();
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(137, child.ExitCode);

        // What it said before it died counts too; a line cut short by the kill does not.
        var rest = (await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n')[..^1];
        return rest.Length > 0 ? long.Parse(rest[^1], CultureInfo.InvariantCulture) : told;
    }
}
