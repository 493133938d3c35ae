using EdgeNode.Core;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace EdgeNode.Store.Tests;

public sealed class JournalTroubleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ForgetfulDisk _disk = new();
    private readonly FakeTimeProvider _time = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("create")]
    [InlineData("write")]
    [InlineData("sync")]
    [InlineData("rename")]
    [InlineData("sync folder")]
    public void What_the_disk_refuses_waits_in_memory_and_is_written_once_when_it_takes_it_again(string operation)
    {
        using (var journal = Open())
        {
            journal.Append(5);
            var troubles = new List<Exception>();
            journal.Trouble += troubles.Add;
            _disk.Refuse(operation, "No space left on device");
            journal.Append(50);
            Assert.True(journal.Durable < 55);
            Assert.Equal(55, journal.Appended);
            Assert.Equal(Records.Entries(1, journal.Durable), journal.Read(1));
            Assert.Contains("Free space, or replace the card", Assert.Single(troubles).Message, StringComparison.Ordinal);

            _disk.Recover();
            _time.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(55, journal.Durable);
        }

        AssertHolds(Records.Entries(1, 55));
    }

    [Fact]
    public void A_full_buffer_is_told_at_once_and_what_is_lost_is_counted_and_recorded()
    {
        var takes = new List<bool>();
        using var journal = Open(buffer: 10);
        journal.Append(1);
        journal.TakesRecordsChanged += takes.Add;
        _disk.Refuse();
        journal.Append(9);
        Assert.Empty(takes);
        journal.Append(1);
        Assert.Equal([false], takes);
        for (var lost = 0; lost < 7; lost++)
        {
            Assert.Equal(0, journal.Append(Records.Fact(99), Records.At(99)));
        }

        Assert.Equal((1, 11), (journal.Durable, journal.Appended));
        _disk.Recover();
        Assert.Equal(0, journal.Append(Records.Fact(100), Records.At(100)));
        Assert.Equal([false, true], takes);
        Assert.Equal(Records.Entries(1, 11).Append(new(12, Records.At(100), new JournalFact.JournalRecovered(8))), journal.Read(1));
        Assert.Equal(13, journal.Append(Records.Fact(13), Records.At(13)));
    }

    [Fact]
    public void A_refused_sync_is_followed_by_writing_again_because_the_disk_forgot()
    {
        using (var journal = Open())
        {
            journal.Append(1);
            _disk.Refuse("sync", "Input/output error");
            journal.Append(1);
            _disk.Recover();
            journal.Append(1);
            Assert.Equal(3, journal.Durable);
        }

        _disk.PowerOn();
        AssertHolds(Records.Entries(1, 3));
    }

    [Fact]
    public async Task The_writing_thread_goes_on_by_itself_when_the_disk_takes_records_again()
    {
        using var journal = Journal.Open(_folder.Path, Records.Options with { Synchronous = false }, _time, _disk);
        var refused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var durable = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        journal.Trouble += _ => refused.TrySetResult();
        journal.DurableAdvanced += sequence => durable.TrySetResult(sequence);
        _disk.Refuse();
        journal.Append(1);
        await refused.Task.WaitAsync(TestContext.Current.CancellationToken);
        _disk.Recover();
        while (!durable.Task.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(1, await durable.Task);
    }

    [Fact]
    public void What_a_killed_process_left_unsynced_is_synced_before_it_counts_as_durable()
    {
        var journal = Open();
        journal.Append(1);
        // The write reaches the kernel, the process dies before its sync.
        _disk.CutBefore = _disk.Operations + 2;
        Assert.Throws<PowerCutException>(() => journal.Append(1));
        Assert.Throws<PowerCutException>(journal.Dispose);
        _disk.CutBefore = 0;
        var reopened = Open();
        Assert.Equal(2, reopened.Durable);
        _disk.CutBefore = _disk.Operations + 1;
        Assert.Throws<PowerCutException>(reopened.Dispose);
        _disk.PowerOn();
        AssertHolds(Records.Entries(1, 2));
    }

    [Fact]
    public void A_burst_larger_than_the_buffer_loses_nothing_while_the_disk_is_well()
    {
        var options = Records.Options with { Synchronous = false, BufferRecords = 3, Patience = TimeSpan.FromMinutes(1) };
        using var journal = Journal.Open(_folder.Path, options, _time, _disk);
        journal.Append(300);
        Assert.True(journal.Flush());
        Assert.Equal(Records.Entries(1, 300), journal.Read(1));
    }

    [Fact]
    public async Task While_a_sync_hangs_nobody_waits_for_it_nothing_is_acknowledged_and_what_waits_is_told()
    {
        using var well = new ManualResetEventSlim();
        var disk = new ForgetfulDisk { Slow = () => well.Wait(TestContext.Current.CancellationToken) };
        var options = Records.Options with { Synchronous = false, SegmentBytes = 1024 * 1024, BufferRecords = 50, Patience = TimeSpan.FromSeconds(1) };
        var takes = new List<bool>();
        var opening = Task.Run(() => Journal.Open(_folder.Path, options, _time, disk), TestContext.Current.CancellationToken);
        well.Set();
        using var journal = await opening;
        well.Reset();
        journal.TakesRecordsChanged += takes.Add;

        // Three hundred times the patience would be five minutes: it is waited once for the whole stall.
        await Task.Run(() => journal.Append(350), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Equal((0, 50), (journal.Durable, journal.Appended));
        Assert.Empty(journal.Read(1));
        Assert.False(takes[^1]);
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(new JournalCondition(false, 50, TimeSpan.FromSeconds(5), null), journal.Condition);

        var durable = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        journal.DurableAdvanced += sequence => _ = sequence == 51 && durable.TrySetResult();
        well.Set();
        await durable.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Equal(new JournalFact.JournalRecovered(300), journal.Read(51).Single().Fact);
        Assert.Equal(Records.Entries(1, 50), journal.Read(1).Take(50));
        Assert.True(takes[^1]);
    }

    [Fact]
    public void A_refusal_is_told_while_it_lasts_and_no_longer()
    {
        using var journal = Open();
        _disk.Refuse();
        journal.Append(1);
        Assert.Contains("Free space, or replace the card", journal.Condition.Refusal, StringComparison.Ordinal);
        _disk.Recover();
        journal.Append(1);
        Assert.Equal(new JournalCondition(true, 0, TimeSpan.Zero, null), journal.Condition);
    }

    [Fact]
    public void Sequences_of_a_damaged_end_are_never_used_again()
    {
        using (var journal = Open())
        {
            journal.Append(20);
        }

        var unreadable = _disk.List(_folder.Path).Last(path => path.EndsWith(".segment", StringComparison.Ordinal));
        var before = _disk.Content(unreadable).ToArray();
        _disk.Fault = (kind, name) => kind == "read" && unreadable.EndsWith(name, StringComparison.Ordinal) ? new IOException("Input/output error") : null;
        using var again = Open();
        Assert.Contains(again.OpeningReport, told => told.Contains("cannot be read", StringComparison.Ordinal));
        _disk.Recover();
        Assert.True(again.Append(Records.Fact(21), Records.At(21)) > 20);
        Assert.Equal(before, _disk.Content(unreadable + ".damaged-1"));
    }

    private void AssertHolds(IEnumerable<JournalEntry> entries)
    {
        using var journal = Open();
        Assert.Empty(journal.OpeningReport);
        Assert.Equal(entries, journal.Read(1));
    }

    private Journal Open(int buffer = 200) => Journal.Open(_folder.Path, Records.Options with { BufferRecords = buffer }, _time, _disk);
}
