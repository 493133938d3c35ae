using EdgeNode.Core;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace EdgeNode.Store.Tests;

/// <summary>A start on a disk that reads but takes and confirms nothing, whatever an interrupted run left on it.</summary>
public sealed class JournalStartTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ForgetfulDisk _disk = new();
    private readonly FakeTimeProvider _time = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_the_disk_does_not_confirm_is_known_but_not_durable_until_it_does(bool powerIsCut)
    {
        KillBetweenWriteAndSync();
        _disk.Refuse();
        using (var journal = Open())
        {
            Assert.Equal((1, 2), (journal.Durable, journal.Appended));
            Assert.Equal(Records.Entries(1, 1), journal.Read(1));
            Assert.Equal(Records.Entries(1, 2), journal.ReadKnown(1).Select(read => read.Entry));
            Assert.NotNull(journal.Condition.Refusal);
            journal.Append(1);
            Assert.Equal(1, journal.Durable);
            if (!powerIsCut)
            {
                _disk.Recover();
                _time.Advance(TimeSpan.FromSeconds(1));
                Assert.Equal((3, 3), (journal.Durable, journal.ReadKnown(1).Count()));
            }
        }

        _disk.PowerOn();
        AssertHolds(Records.Entries(1, powerIsCut ? 1 : 3));
    }

    [Fact]
    public void What_was_acknowledged_before_is_not_torn_by_a_cut_while_it_is_written_again()
    {
        for (var records = 1; records <= 60; records++)
        {
            for (var cut = 1; cut <= 6; cut++)
            {
                var disk = new ForgetfulDisk((records * 10) + cut);
                WriteAndKill(disk, records);
                disk.Refuse();
                var journal = Journal.Open(_folder.Path, Records.Options, _time, disk);
                disk.Recover();
                disk.CutBefore = disk.Operations + cut;
                Record.Exception(() => journal.Append(1));
                Record.Exception(journal.Dispose);
                disk.PowerOn();
                using var again = Journal.Open(_folder.Path, Records.Options, _time, disk);
                Assert.InRange(again.Durable, records, records + 1);
                Assert.Equal(Records.Entries(1, again.Durable), again.Read(1));
            }
        }
    }

    [Fact]
    public void A_torn_end_is_cut_once_the_disk_takes_it()
    {
        var last = Fill(20)[^1];
        Change(last, _disk.Content(last).AsSpan().TrimEnd((byte)0).Length, [.. Enumerable.Repeat((byte)0x77, 40)]);
        _disk.Refuse("Read-only file system");
        using (var journal = Open())
        {
            Assert.Contains(journal.OpeningReport, told => told.Contains("40 bytes after record 20", StringComparison.Ordinal));
            Assert.Contains(journal.OpeningReport, told => told.Contains("Read-only file system", StringComparison.Ordinal));
            journal.Append(1);
            _disk.Recover();
            journal.Append(1);
            Assert.Equal(22, journal.Durable);
        }

        _disk.PowerOn();
        AssertHolds(Records.Entries(1, 22));
    }

    [Fact]
    public void Damage_is_bridged_in_memory_and_mended_once_the_disk_takes_it()
    {
        var first = Fill(20)[0];
        var before = Change(first, SegmentHeader.Length + Frame.Overhead + 5, [0xFF]);
        _disk.Refuse("Read-only file system");
        using (var journal = Open())
        {
            Assert.Equal(Records.Entries(2, 20), journal.Read(1));
            Assert.Equal(before, _disk.Content(first));
            _disk.Recover();
            journal.Append(1);
            Assert.Equal(21, journal.Durable);
            Assert.Equal(before, _disk.Content(first + ".damaged-1"));
        }

        _disk.PowerOn();
        using var again = Open();
        Assert.Contains("records 1 to 1 are missing", Assert.Single(again.OpeningReport), StringComparison.Ordinal);
        Assert.Equal(Records.Entries(2, 21), again.Read(1));
    }

    [Fact]
    public void Nothing_is_erased_from_what_the_disk_has_not_confirmed()
    {
        KillBetweenWriteAndSync();
        _disk.Refuse();
        using var journal = Open();
        Assert.Throws<IOException>(() => journal.Erase(_ => Erasure.Movements, (_, _) => { }));
        _disk.Recover();
        journal.Erase(_ => Erasure.Movements, (_, _) => { });
        Assert.Equal((2, 2), (journal.Durable, journal.Read(1).Count()));
    }

    [Fact]
    public void What_is_erased_once_the_disk_is_well_again_does_not_come_back_with_what_it_is_owed()
    {
        Change(Fill(20)[0], SegmentHeader.Length + Frame.Overhead + 5, [0xFF]);
        _disk.Refuse("Read-only file system");
        using (var journal = Open())
        {
            _disk.Recover();
            journal.Erase(_ => Erasure.Movements, (_, _) => { });
            journal.Append(1);
        }

        using var again = Open();
        Assert.All(again.ReadLines(1).Where(line => line.Sequence <= 20), line => Assert.Empty(line.Personal));
    }

    [Fact]
    public void A_journal_is_not_born_on_such_a_disk()
    {
        _disk.Refuse("Read-only file system");
        Assert.Contains("Free space, or replace the card", Assert.Throws<IOException>(Open).Message, StringComparison.Ordinal);
    }

    // The write reaches the kernel, the process dies before its sync.
    private void KillBetweenWriteAndSync()
    {
        var journal = Open();
        journal.Append(1);
        _disk.CutBefore = _disk.Operations + 2;
        Assert.Throws<PowerCutException>(() => journal.Append(1));
        Assert.Throws<PowerCutException>(journal.Dispose);
        _disk.CutBefore = 0;
    }

    // Everything is acknowledged, nothing is closed.
    private void WriteAndKill(ForgetfulDisk disk, int records)
    {
        var journal = Journal.Open(_folder.Path, Records.Options, _time, disk);
        journal.Append(records);
        Assert.Equal(records, journal.Durable);
        disk.CutBefore = disk.Operations + 1;
        Record.Exception(journal.Dispose);
        disk.CutBefore = 0;
    }

    private List<string> Fill(int records)
    {
        using (var journal = Open())
        {
            journal.Append(records);
        }

        return [.. _disk.List(_folder.Path).Where(path => path.EndsWith(".segment", StringComparison.Ordinal))];
    }

    private byte[] Change(string path, int offset, byte[] bytes)
    {
        using var file = _disk.Open(path, write: true);
        file.Write(offset, bytes);
        file.Sync();
        return _disk.Content(path);
    }

    private void AssertHolds(IEnumerable<JournalEntry> entries)
    {
        using var journal = Open();
        Assert.Empty(journal.OpeningReport);
        Assert.Equal(entries, journal.Read(1));
        Assert.Null(journal.Condition.Refusal);
    }

    private Journal Open() => Journal.Open(_folder.Path, Records.Options, _time, _disk);
}
