using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Store.Tests;

public sealed class JournalDamageTests : IDisposable
{
    private const int Count = 40;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_torn_tail_is_cut_and_told_and_its_sequence_is_used_again()
    {
        Fill(cleanly: false);
        var path = _folder.Segment(^1);
        var scan = SegmentScan.Of(path, 1, File.ReadAllBytes(path));
        var last = scan.Frames[^1];
        Change(path, bytes => bytes.AsSpan(last.Offset + 20, last.Length - 20).Clear());

        using (var journal = Open())
        {
            Assert.Contains($"after record {Count - 1}, from a write that was interrupted", Assert.Single(journal.OpeningReport), StringComparison.Ordinal);
            Assert.Equal(Records.Entries(1, Count - 1), journal.Read(1));
            Assert.Empty(_folder.Names("damaged"));
            journal.Append(1);
        }

        Assert.Null(JournalProof.Verify(_folder.Path).FirstBad);
    }

    [Fact]
    public void A_flipped_bit_in_the_middle_is_named_and_set_aside_and_the_rest_is_kept()
    {
        Fill();
        var path = _folder.Segment(0);
        var scan = SegmentScan.Of(path, 1, File.ReadAllBytes(path));
        Change(path, bytes => bytes[scan.Frames[4].Offset + 60] ^= 4);
        var damaged = File.ReadAllBytes(path);

        Assert.Contains("record 5 is damaged", JournalProof.Verify(_folder.Path).FirstBad, StringComparison.Ordinal);
        using (var journal = Open())
        {
            Assert.Contains(journal.OpeningReport, told => told.Contains("record 5 is damaged", StringComparison.Ordinal));
            Assert.Contains(journal.OpeningReport, told => told.Contains(".damaged-1", StringComparison.Ordinal));
            Assert.Equal(Records.Entries(1, Count).Where(entry => entry.Sequence != 5), journal.Read(1));
            journal.Append(2);
        }

        Assert.Equal(damaged, File.ReadAllBytes(path + ".damaged-1"));
        using var again = Open();
        Assert.Contains("records 5 to 5 are missing", Assert.Single(again.OpeningReport), StringComparison.Ordinal);
        Assert.Single(_folder.Names("damaged"));
        Assert.Equal(Count + 2 - 1, again.Read(1).Count());
    }

    [Fact]
    public void Damage_to_the_last_record_after_a_clean_end_is_no_torn_tail_and_its_sequence_is_never_used_again()
    {
        Fill();
        var path = _folder.Segment(^1);
        var scan = SegmentScan.Of(path, 1, File.ReadAllBytes(path));
        Change(path, bytes => bytes[scan.Frames[^2].Offset + 60] ^= 4);
        using var journal = Open();
        Assert.Contains(journal.OpeningReport, told => told.Contains($"record {Count} is damaged", StringComparison.Ordinal));
        Assert.Single(_folder.Names("damaged"));
        Assert.Equal(Count + 1, journal.Append(Records.Fact(Count + 1), Records.At(Count + 1)));
        Assert.Equal([Count - 1, Count + 1L], journal.Read(Count - 1).Select(entry => entry.Sequence));
    }

    [Fact]
    public void A_flipped_bit_anywhere_costs_at_most_one_record_and_is_always_told()
    {
        Fill();
        var path = _folder.Segment(1);
        var whole = File.ReadAllBytes(path);
        var end = SegmentScan.Of(path, 1, whole).End;
        var seen = 0;
        for (var at = 0; at < end; at += 7)
        {
            Change(path, bytes => bytes[at] ^= 0x10);
            using (var journal = Open())
            {
                Assert.NotEmpty(journal.OpeningReport);
                Assert.InRange(journal.Read(1).Count(), Count - 1, Count);
                Assert.Equal(Count, journal.Durable);
            }

            seen++;
            Array.ForEach(Directory.GetFiles(_folder.Path, "*.damaged-*"), File.Delete);
            File.WriteAllBytes(path, whole);
        }

        Assert.True(seen > 300);
    }

    [Fact]
    public void A_truncated_segment_is_told_and_what_is_whole_is_kept()
    {
        Fill();
        var path = _folder.Segment(1);
        var first = SegmentScan.Of(path, FirstOf(1), File.ReadAllBytes(path));
        using (var file = File.OpenWrite(path))
        {
            file.SetLength(first.Frames[3].Offset + 9);
        }

        using var journal = Open();
        var (from, to) = (first.Frames[3].Sequence, FirstOf(2) - 1);
        Assert.Contains(journal.OpeningReport, told => told.Contains("truncated", StringComparison.Ordinal));
        Assert.Contains(journal.OpeningReport, told => told.Contains($"records {from} to {to} are missing", StringComparison.Ordinal));
        Assert.Equal(Records.Entries(1, Count).Where(entry => entry.Sequence < from || entry.Sequence > to), journal.Read(1));
    }

    [Fact]
    public void A_missing_segment_is_told_and_the_others_are_kept()
    {
        Fill();
        var (from, to) = (FirstOf(1), FirstOf(2) - 1);
        File.Delete(_folder.Segment(1));
        Assert.Contains($"records {from} to {to} are missing", JournalProof.Verify(_folder.Path).FirstBad, StringComparison.Ordinal);
        using var journal = Open();
        Assert.Contains(journal.OpeningReport, told => told.Contains($"records {from} to {to} are missing", StringComparison.Ordinal));
        Assert.Equal(Records.Entries(1, Count).Where(entry => entry.Sequence < from || entry.Sequence > to), journal.Read(1));
        Assert.Empty(_folder.Names("damaged"));
    }

    [Fact]
    public void A_missing_first_segment_is_told()
    {
        Fill();
        var to = FirstOf(1) - 1;
        File.Delete(_folder.Segment(0));
        using var journal = Open();
        Assert.Contains($"records 1 to {to} are missing", Assert.Single(journal.OpeningReport), StringComparison.Ordinal);
        Assert.Equal(Records.Entries(to + 1, Count), journal.Read(1));
    }

    [Fact]
    public void Leftover_temporaries_go_and_files_of_others_stay()
    {
        Fill();
        File.WriteAllText(_folder["00000000000000000099.segment.tmp"], "half");
        File.WriteAllText(_folder["note.txt"], "mine");
        using var journal = Open();
        Assert.Empty(journal.OpeningReport);
        Assert.Empty(_folder.Names(".tmp"));
        Assert.Single(_folder.Names("note.txt"));
    }

    [Fact]
    public void A_lost_epoch_file_is_read_from_a_segment()
    {
        Fill();
        File.WriteAllText(_folder["epoch"], "");
        using var journal = Journal.Open(_folder.Path, Records.Options with { NewEpoch = () => "another" }, TimeProvider.System);
        Assert.Equal("epoch-1", journal.Epoch);
        Assert.Equal("epoch-1", File.ReadAllText(_folder["epoch"]));
        Assert.Single(journal.OpeningReport);
    }

    [Fact]
    public void A_changed_record_with_a_right_checksum_breaks_the_chain()
    {
        Fill();
        Forge(record: 5, (line, personal) => (Replace(line, "door-5", "door-9"), personal));
        Assert.Contains("Record 6 does not follow record 5", JournalProof.Verify(_folder.Path).FirstBad, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_person_with_a_right_checksum_is_set_aside_and_the_node_starts()
    {
        Fill();
        Forge(record: 4, (line, personal) => (line, Replace(personal, "holder-4", "holder-7")));
        using (var journal = Open())
        {
            Assert.Contains(journal.OpeningReport, told => told.Contains("Record 4: the personal part is not the one", StringComparison.Ordinal));
            Assert.Equal(Records.Entries(1, Count).Where(entry => entry.Sequence != 4), journal.Read(1));
        }

        Assert.Single(_folder.Names("damaged"));
    }

    [Fact]
    public void Damage_that_comes_while_the_journal_is_open_is_told_and_never_skipped()
    {
        Fill();
        using var journal = Open();
        Change(_folder.Segment(0), bytes => bytes[400] ^= 1);
        Assert.Throws<JournalDamagedException>(() => journal.Read(1).Count());
    }

    private static byte[] Replace(byte[] bytes, string text, string by) =>
        System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(bytes).Replace(text, by, StringComparison.Ordinal));

    private static void Change(string path, Action<byte[]> change)
    {
        var bytes = File.ReadAllBytes(path);
        change(bytes);
        File.WriteAllBytes(path, bytes);
    }

    private void Forge(int record, Func<byte[], byte[], (byte[] Public, byte[] Personal)> forge)
    {
        Change(_folder.Segment(0), bytes =>
        {
            var frame = SegmentScan.Of("", 1, bytes).Frames[record - 1];
            var (line, personal) = forge(frame.Public(bytes).ToArray(), frame.Personal(bytes).ToArray());
            var forged = new System.Buffers.ArrayBufferWriter<byte>();
            Frame.Write(forged, FrameKind.Record, frame.Synced, frame.Sequence, line, personal);
            Assert.Equal(frame.Length, forged.WrittenCount);
            forged.WrittenSpan.CopyTo(bytes.AsSpan(frame.Offset));
        });
    }

    private long FirstOf(int segment) => long.Parse(Path.GetFileNameWithoutExtension(_folder.Segment(segment)), System.Globalization.CultureInfo.InvariantCulture);

    private void Fill(bool cleanly = true)
    {
        using (var journal = Open())
        {
            journal.Append(Count);
        }

        if (!cleanly)
        {
            // Without the mark of a clean end, as after a power cut.
            Change(_folder.Segment(^1), bytes => bytes.AsSpan(SegmentScan.Of("", 1, bytes).Frames[^1].Offset).Clear());
        }
    }

    private Journal Open() => Journal.Open(_folder.Path, Records.Options, TimeProvider.System);
}
