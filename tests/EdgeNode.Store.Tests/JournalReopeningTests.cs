using EdgeNode.Core;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace EdgeNode.Store.Tests;

public sealed class JournalReopeningTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_record_is_there_and_proved_after_reopening()
    {
        string head;
        using (var journal = Open())
        {
            journal.Append(100);
            head = journal.Head;
        }

        var verdict = JournalProof.Verify(_folder.Path);
        Assert.Null(verdict.FirstBad);
        Assert.Equal((100, head), (verdict.Records, verdict.Head));
        using var again = Open();
        Assert.Empty(again.OpeningReport);
        Assert.Equal((100, 100, head), (again.Appended, again.Durable, again.Head));
        Assert.Equal(Records.Entries(1, 100), again.Read(1));
        Assert.Equal(Records.Entries(42, 100), again.Read(42));
        again.Append(1);
        Assert.Equal(Records.Entries(1, 101), again.Read(1));
        Assert.True(_folder.Names(".segment").Length > 3);
    }

    [Fact]
    public void Lines_are_the_canonical_bytes_with_their_hash()
    {
        using var journal = Open();
        journal.Append(7);
        var chain = new JournalChain();
        Assert.All(journal.ReadLines(1), line =>
        {
            Assert.Null(chain.TryAccept(line.Public, line.Personal, out _));
            Assert.Equal(chain.Head, line.Hash);
        });
        Assert.Equal(journal.Head, chain.Head);
    }

    [Fact]
    public void The_same_facts_and_salts_give_the_same_bytes_in_every_file()
    {
        using var other = new TemporaryFolder();
        foreach (var folder in (string[])[_folder.Path, other.Path])
        {
            using var journal = Journal.Open(folder, Records.Options, new FakeTimeProvider());
            journal.Append(60);
        }

        Assert.Equal(_folder.Names(".segment"), other.Names(".segment"));
        Assert.All(_folder.Names(".segment"), name => Assert.Equal(File.ReadAllBytes(_folder[name]), File.ReadAllBytes(other[name])));
    }

    [Fact]
    public void The_epoch_is_born_once()
    {
        Open().Dispose();
        Assert.Equal("epoch-1", File.ReadAllText(_folder["epoch"]));
        using var again = Journal.Open(_folder.Path, Records.Options with { NewEpoch = () => "epoch-2" }, TimeProvider.System);
        Assert.Equal("epoch-1", again.Epoch);
    }

    [Fact]
    public void A_second_owner_is_refused_with_the_cure_and_the_first_goes_on()
    {
        using (var journal = Open())
        {
            var refused = Assert.Throws<IOException>(Open);
            Assert.Equal(
                $"another edgenode uses this store ({_folder.Path}, process {Environment.ProcessId}); stop it first: systemctl stop edgenode",
                refused.Message);
            journal.Append(1);
            Assert.Equal(1, journal.Durable);
        }

        Open().Dispose();
    }

    [Fact]
    public async Task One_thread_writes_for_all_that_append_at_once()
    {
        const int writers = 8;
        const int each = 200;
        var disk = new ForgetfulDisk();
        var options = Records.Options with { Synchronous = false, SegmentBytes = 1024 * 1024, BufferRecords = writers * each };
        using var journal = Journal.Open(_folder.Path, options, TimeProvider.System, disk);
        var advanced = new List<long>();
        journal.DurableAdvanced += advanced.Add;
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(() =>
        {
            for (var count = 0; count < each; count++)
            {
                journal.Append(Records.Fact(2), Records.At(1));
            }
        })));
        Assert.True(journal.Flush());
        Assert.Equal(Enumerable.Range(1, writers * each).Select(number => (long)number), journal.Read(1).Select(entry => entry.Sequence));
        Assert.Equal(advanced.Order(), advanced);
        Assert.InRange(disk.Syncs, 1, (writers * each) - 1);
    }

    [Fact]
    public void A_record_larger_than_a_segment_gets_one_of_its_own()
    {
        using (var journal = Open())
        {
            journal.Append(3);
            Assert.Equal(4, journal.Append(new JournalFact.SiteStarted(new string('v', 10_000)), Records.At(4)));
            journal.Append(3);
        }

        using var again = Open();
        Assert.Empty(again.OpeningReport);
        Assert.Equal(7, again.Read(1).Count());
    }

    private Journal Open() => Journal.Open(_folder.Path, Records.Options, new FakeTimeProvider());
}
