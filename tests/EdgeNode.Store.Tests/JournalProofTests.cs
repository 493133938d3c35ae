using EdgeNode.Core;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace EdgeNode.Store.Tests;

public sealed class JournalProofTests : IDisposable
{
    private const int Count = 60;
    private static readonly DateOnly Day = new(2026, 3, 2);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_seal_that_fits_the_chain_is_counted_and_says_how_far_it_proves()
    {
        var closed = Fill((sequence, head) => new(Day, sequence, head, "key", "signature"));
        var verdict = JournalProof.Verify(_folder.Path, signed: (epoch, seal) => epoch == "epoch-1" && seal.Signature == "signature");
        Assert.Null(verdict.FirstBad);
        Assert.Equal((Count + 2, 1, closed), (verdict.Records, verdict.Seals, verdict.SealedThrough));
    }

    [Fact]
    public void A_seal_over_another_record_is_named()
    {
        var closed = Fill((sequence, _) => new(Day, sequence, JournalCodec.Genesis, "key", "signature"));
        Assert.Contains($"record {closed} is not the one that the site signed", JournalProof.Verify(_folder.Path).FirstBad, StringComparison.Ordinal);
    }

    [Fact]
    public void A_seal_of_somebody_else_is_named()
    {
        Fill((sequence, head) => new(Day, sequence, head, "key", "signature"));
        Assert.Contains($"record {Count + 2}: the signature", JournalProof.Verify(_folder.Path, signed: (_, _) => false).FirstBad, StringComparison.Ordinal);
    }

    [Fact]
    public void A_range_is_proved_by_itself_and_damage_in_it_names_its_first_record()
    {
        Fill((sequence, head) => new(Day, sequence, head, "key", "signature"));
        var path = _folder.Segment(1);
        var bytes = File.ReadAllBytes(path);
        var scan = SegmentScan.Of(path, SegmentFiles.FirstOf(path), bytes);
        var bad = scan.Frames[2];
        bytes[bad.Offset + 60] ^= 1;
        File.WriteAllBytes(path, bytes);

        Assert.Contains($"record {bad.Sequence} is damaged", JournalProof.Verify(_folder.Path).FirstBad, StringComparison.Ordinal);
        Assert.Contains($"record {bad.Sequence} is damaged", JournalProof.Verify(_folder.Path, from: bad.Sequence, to: bad.Sequence).FirstBad, StringComparison.Ordinal);
        Assert.Null(JournalProof.Verify(_folder.Path, to: bad.Sequence - 1).FirstBad);
        Assert.Null(JournalProof.Verify(_folder.Path, from: SegmentFiles.FirstOf(_folder.Segment(2))).FirstBad);
    }

    [Fact]
    public void Opening_reads_from_a_checkpoint_on_and_the_scrub_finds_what_it_left_unread()
    {
        Fill((sequence, head) => new(Day, sequence, head, "key", "signature"));
        var path = _folder.Segment(0);
        var bytes = File.ReadAllBytes(path);
        bytes[400] ^= 1;
        File.WriteAllBytes(path, bytes);
        var options = Records.Options with { ReadFrom = Count };
        using (var journal = Open(options))
        {
            Assert.Empty(journal.OpeningReport);
            Assert.Equal(Count + 2, journal.Durable);
            Assert.Contains("is damaged", Assert.Single(journal.Scrub(), told => told.Contains("damaged", StringComparison.Ordinal)), StringComparison.Ordinal);
            journal.Append(1);
        }

        using (var mended = Open(options))
        {
            Assert.Contains(mended.OpeningReport, told => told.Contains("is damaged", StringComparison.Ordinal));
            Assert.Equal(Count + 2, mended.Read(1).Count());
        }

        using var again = Open(options);
        Assert.Empty(again.OpeningReport);
    }

    [Fact]
    public void A_journal_that_is_being_written_can_be_proved_meanwhile()
    {
        using var journal = Open(Records.Options);
        journal.Append(10);
        var verdict = JournalProof.Verify(_folder.Path);
        Assert.Null(verdict.FirstBad);
        Assert.Equal((10, journal.Head), (verdict.Records, verdict.Head));
    }

    private long Fill(Func<long, string, JournalFact.DaySealed> seal)
    {
        using var journal = Open(Records.Options);
        journal.Append(Count);
        var closed = journal.Append(new JournalFact.DayClosed(Day), Records.At(Count + 1));
        journal.Append(seal(closed, journal.Head), Records.At(Count + 2));
        return closed;
    }

    private Journal Open(JournalOptions options) => Journal.Open(_folder.Path, options, new FakeTimeProvider());
}
