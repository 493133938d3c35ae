using EdgeNode.Core;
using EdgeNode.Store;
using Xunit;

namespace EdgeNode.Store.Tests;

public sealed class JournalTests : IDisposable
{
    private static readonly Moment At = new(TimeSpan.FromSeconds(1), new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), ClockTrust.Trusted);
    private readonly string _folder = Directory.CreateTempSubdirectory("edgenode-store-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_appended_is_there_after_reopening_and_the_chain_holds()
    {
        using (var journal = Open())
        {
            Fill(journal, 100);
            Assert.Equal(100, journal.Durable);
        }

        using var again = Open();
        Assert.Equal(Enumerable.Range(1, 100).Select(number => (long)number), again.Read(1).Select(entry => entry.Sequence));
        Assert.Equal(101, again.Append(Fact(101), At));
        Assert.Empty(again.OpeningReport);
        Assert.Empty(JournalProof.Verify(_folder).Problems);
    }

    [Fact]
    public void Records_go_on_over_many_segments()
    {
        using var journal = Open(segment: 4096);
        Fill(journal, 200);
        Assert.True(Segments().Length > 5);
        Assert.Equal(150, journal.Read(51).Count());
        Assert.Equal((200L, journal.Head), (JournalProof.Verify(_folder).Records, JournalProof.Verify(_folder).Head));
    }

    [Fact]
    public void A_torn_tail_is_cut_and_told()
    {
        Closed(10);
        // As after a power cut: no mark of a clean end, and half of the last record.
        Change(bytes => bytes.AsSpan(SegmentScan.Of("", 1, bytes).Frames[9].End - 20).Clear());
        using var journal = Open();
        Assert.Equal(9, journal.Durable);
        Assert.Contains("cut", Assert.Single(journal.OpeningReport), StringComparison.Ordinal);
        Assert.Equal(10, journal.Append(Fact(10), At));
        Assert.Empty(JournalProof.Verify(_folder).Problems);
    }

    [Fact]
    public void A_flipped_bit_in_the_middle_is_named_set_aside_and_the_whole_records_are_kept()
    {
        Closed(10);
        Change(bytes => bytes[LastByte() / 2] ^= 4);
        var verdict = JournalProof.Verify(_folder);
        Assert.NotEmpty(verdict.Problems);
        using var journal = Open();
        Assert.Equal(10, journal.Durable);
        Assert.Equal(9, journal.Read(1).Count());
        Assert.Single(Directory.GetFiles(_folder, "*.damaged-*"));
        Assert.Equal(11, journal.Append(Fact(11), At));
    }

    [Fact]
    public void A_second_owner_is_refused_with_the_first_ones_number()
    {
        using var journal = Open();
        var refused = Assert.Throws<IOException>(() => Open());
        Assert.Contains($"process {Environment.ProcessId}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_salts_give_the_same_files()
    {
        Closed(20);
        var first = File.ReadAllBytes(Segments().Single());
        Directory.Delete(_folder, recursive: true);
        Closed(20);
        Assert.Equal(first, File.ReadAllBytes(Segments().Single()));
    }

    [Fact]
    public void No_person_stands_in_the_public_part()
    {
        using var journal = Open();
        Fill(journal, 3);
        Assert.All(journal.ReadLines(1), line => Assert.DoesNotContain("holder-", System.Text.Encoding.UTF8.GetString(line.Public), StringComparison.Ordinal));
        Assert.All(journal.Read(1), entry => Assert.NotNull(entry.Fact.Who));
    }

    private static JournalFact Fact(int number) =>
        new JournalFact.AccessTaken(new("street"), Direction.In) { Who = new(new($"holder-{number}"), null) };

    private static JournalOptions Options(int segment = 64 * 1024)
    {
        byte next = 0;
        return new() { FillSalt = bytes => bytes.Fill(next++), NewEpoch = () => "epoch", SegmentBytes = segment, Synchronous = true };
    }

    private Journal Open(int segment = 64 * 1024) => Journal.Open(_folder, Options(segment));

    private static void Fill(Journal journal, int count)
    {
        for (var number = 1; number <= count; number++)
        {
            journal.Append(Fact(number), At);
        }
    }

    private void Closed(int count)
    {
        using var journal = Open();
        Fill(journal, count);
    }

    private string[] Segments() => Directory.GetFiles(_folder, "*.segment");

    private int LastByte() => File.ReadAllBytes(Segments()[0]).AsSpan().LastIndexOfAnyExcept((byte)0);

    private void Change(Action<byte[]> change)
    {
        var bytes = File.ReadAllBytes(Segments()[0]);
        change(bytes);
        File.WriteAllBytes(Segments()[0], bytes);
    }
}
