using Xunit;

namespace EdgeNode.Store.Tests;

public sealed class KillTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_record_acknowledged_by_a_process_that_is_killed_is_there_once()
    {
        var random = new Random(20260302);
        var kills = Effort.Of(sample: 10, all: 1_000);
        long before = 0;
        for (var kill = 0; kill < kills; kill++)
        {
            // A journal that only grows would be read whole after each kill.
            var folder = _folder[$"{kill / 10}"];
            before = kill % 10 == 0 ? 0 : before;
            var told = await Child.RunAndKill("append", folder, random.Next(1, 150), () => { });
            Assert.True(told > before);
            using var journal = Journal.Open(folder, Records.Options, TimeProvider.System);
            Assert.InRange(journal.Durable, told, long.MaxValue);
            Assert.Equal(Records.Entries(1, journal.Durable), journal.Read(1));
            Assert.DoesNotContain(Directory.GetFiles(folder), path => path.Contains("damaged", StringComparison.Ordinal));
            before = journal.Durable;
        }

        Console.WriteLine($"kill -9 of a process under load: {kills} kills, 0 acknowledged records lost");
    }

    [Fact]
    public async Task LiteDB_as_it_comes_loses_acknowledged_documents_when_it_is_killed()
    {
        var cycles = Effort.Of(sample: 10, all: 100);
        long lost = 0, cyclesWithLoss = 0;
        for (var cycle = 1; cycle <= cycles; cycle++)
        {
            var folder = _folder[$"lite-{cycle}"];
            var missing = LiteDbChild.CountLost(folder, await Child.RunUntilItKillsItself("litedb", folder, cycle));
            lost += missing;
            cyclesWithLoss += missing > 0 ? 1 : 0;
        }

        Console.WriteLine($"negative control, LiteDB as it comes, from a synchronisation context, kill -9: {cyclesWithLoss} of {cycles} kills lose {lost} acknowledged documents");
        Assert.True(lost > 0);
    }
}
