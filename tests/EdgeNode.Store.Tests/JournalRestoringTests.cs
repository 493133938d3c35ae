using System.Buffers;
using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Store.Tests;

public sealed class JournalRestoringTests : IDisposable
{
    private static readonly Moment Later = new(TimeSpan.Zero, new(2026, 3, 9, 8, 0, 0, TimeSpan.Zero), ClockTrust.Trusted);
    private static readonly long First = Later.Wall.ToUnixTimeMilliseconds();
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(400)]
    public void A_copy_goes_on_under_numbers_that_can_not_have_been_given_since_and_its_chain_is_proved(int records)
    {
        Fill(records);

        Assert.Equal(records, JournalRestoring.GoOn(_folder.Path, Records.Options, Later).Last);
        using (var journal = Journal.Open(_folder.Path, Records.Options))
        {
            Assert.Equal(First, journal.Durable);
            Assert.Empty(journal.OpeningReport);
            journal.Append(60);
        }

        using var again = Journal.Open(_folder.Path, Records.Options);
        Assert.Empty(again.OpeningReport);
        Assert.Equal(
            [.. Records.Entries(1, records), new(First, Later, new JournalFact.JournalRestored(records)), .. Records.Entries(First + 1, First + 60)],
            again.Read(1));
        Assert.Equal(First, again.Read(records + 1).First().Sequence);
        var verdict = JournalProof.Verify(_folder.Path);
        Assert.Null(verdict.FirstBad);
        Assert.Equal([new JournalGap(records + 1, First - 1)], verdict.Restorations);
        Assert.Equal(records + 61, verdict.Records);
    }

    [Fact]
    public void The_same_copy_put_back_twice_gives_no_number_twice()
    {
        var (once, again) = (_folder["once"], _folder["again"]);
        using (var journal = Journal.Open(once, Records.Options))
        {
            journal.Append(40);
        }

        StoreCopy.Make(once, again);
        JournalRestoring.GoOn(once, Records.Options, Later);
        using var first = Journal.Open(once, Records.Options);
        first.Append(500);

        JournalRestoring.GoOn(again, Records.Options, Later with { Wall = Later.Wall.AddSeconds(1) });
        using var second = Journal.Open(again, Records.Options);
        Assert.True(second.Read(41).First().Sequence > first.Appended);
    }

    [Fact]
    public void A_copy_that_was_put_back_before_is_put_back_again()
    {
        Fill(40);
        JournalRestoring.GoOn(_folder.Path, Records.Options, Later);
        var again = Later with { Wall = Later.Wall.AddDays(1) };
        Assert.Equal(First, JournalRestoring.GoOn(_folder.Path, Records.Options, again).Last);

        var verdict = JournalProof.Verify(_folder.Path);
        Assert.Null(verdict.FirstBad);
        Assert.Equal([new(41, First - 1), new(First + 1, again.Wall.ToUnixTimeMilliseconds() - 1)], verdict.Restorations);
    }

    [Fact]
    public void A_clock_before_the_end_of_the_copy_is_refused_and_changes_nothing()
    {
        Fill(40);
        var before = File.ReadAllBytes(_folder.Segment(0));

        Assert.Contains("Set the clock", Assert.Throws<IOException>(() => JournalRestoring.GoOn(_folder.Path, Records.Options, Records.At(39))).Message, StringComparison.Ordinal);
        Assert.Contains("Set the clock", Assert.Throws<IOException>(() => JournalRestoring.GoOn(_folder.Path, Records.Options, Later with { Wall = DateTimeOffset.UnixEpoch })).Message, StringComparison.Ordinal);

        Assert.Equal(before, File.ReadAllBytes(_folder.Segment(0)));
    }

    [Fact]
    public void Where_there_is_no_record_nothing_can_go_on() =>
        Assert.Contains("no record", Assert.Throws<IOException>(() => JournalRestoring.GoOn(_folder.Path, Records.Options, Later)).Message, StringComparison.Ordinal);

    [Fact]
    public void Numbers_passed_over_without_the_record_that_says_why_are_missing()
    {
        Fill(40);
        Pass(40, 5_000);
        using (var journal = Journal.Open(_folder.Path, Records.Options))
        {
            journal.Append(1);
        }

        var verdict = JournalProof.Verify(_folder.Path);
        Assert.Contains("records 41 to 5000 are missing", verdict.FirstBad, StringComparison.Ordinal);
        Assert.Empty(verdict.Restorations);
    }

    [Fact]
    public void The_record_explains_no_more_than_what_was_passed_over_before_it()
    {
        Fill(40);
        Pass(40, 5_000);
        using (var journal = Journal.Open(_folder.Path, Records.Options))
        {
            journal.Append(new JournalFact.JournalRestored(30), Later);
        }

        Assert.Contains("records 41 to 5000 are missing", JournalProof.Verify(_folder.Path).FirstBad, StringComparison.Ordinal);
    }

    private void Fill(int records)
    {
        using var journal = Journal.Open(_folder.Path, Records.Options);
        journal.Append(records);
    }

    private void Pass(long last, long to)
    {
        var path = Directory.GetFiles(_folder.Path, "*.segment").Order(StringComparer.Ordinal).Last();
        var scan = SegmentScan.Of(path, SegmentFiles.FirstOf(path), File.ReadAllBytes(path));
        Assert.Equal(last, scan.Last);
        var mark = new ArrayBufferWriter<byte>();
        SegmentMending.Mark(mark, to, SegmentMending.HeadAtEnd(scan)!);
        using var file = File.OpenWrite(path);
        file.Position = scan.End;
        file.Write(mark.WrittenSpan);
    }
}
