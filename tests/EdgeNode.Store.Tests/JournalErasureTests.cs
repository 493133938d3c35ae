using System.Text;
using EdgeNode.Core;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace EdgeNode.Store.Tests;

public sealed class JournalErasureTests : IDisposable
{
    private const int Count = 40;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_erased_is_in_no_file_and_the_chain_is_as_it_was()
    {
        using (var journal = Open())
        {
            journal.Append(Count);
            var before = journal.ReadLines(1).Select(line => line.Hash).ToList();
            var counts = new Dictionary<Erasure, long>();
            journal.Erase(
                entry => entry.Fact.Who?.Holder.Value == "holder-4" ? Erasure.Person : entry.Fact is JournalFact.DeskChanged ? Erasure.DeskTimes : null,
                (why, count) => counts[why] = counts.GetValueOrDefault(why) + count);
            Assert.Equal(new Dictionary<Erasure, long> { [Erasure.Person] = 1, [Erasure.DeskTimes] = Count / 3 }, counts);
            Assert.Equal(before, journal.ReadLines(1).Select(line => line.Hash));
            Assert.Equal(before, journal.ReadLines(3).Select(line => line.Hash).Prepend(before[1]).Prepend(before[0]));
            journal.Append(3);
        }

        Assert.Empty(Holding("holder-4\""));
        Assert.Empty(Holding("desk-3\""));
        Assert.NotEmpty(Holding("holder-7\""));
        Assert.Null(JournalProof.Verify(_folder.Path).FirstBad);
        using var again = Open();
        Assert.Empty(again.OpeningReport);
        Assert.Equal(Count + 3, again.Read(1).Count());
        Assert.Null(again.Read(4).First().Fact.Who);
        Assert.Equal(new JournalFact.DeskChanged(null, null), again.Read(3).First().Fact);
        Assert.Equal(Records.Who(7), again.Read(7).First().Fact.Who);
    }

    [Fact]
    public void What_was_set_aside_of_an_erased_segment_goes_too()
    {
        using (var journal = Open())
        {
            journal.Append(Count);
        }

        File.Copy(_folder.Segment(0), _folder.Segment(0) + ".damaged-1");
        using var again = Open();
        again.Erase(entry => entry.Fact.Who is null ? null : Erasure.Movements, (_, _) => { });
        Assert.Empty(Holding("holder-"));
    }

    [Fact]
    public void The_latest_records_in_memory_are_erased_as_well()
    {
        using var journal = Open();
        journal.Append(4);
        journal.Erase(_ => Erasure.Person, (_, _) => { });
        Assert.All(journal.ReadLines(1), line => Assert.Empty(line.Personal));
    }

    [Fact]
    public void After_a_power_cut_anywhere_in_an_erasure_every_record_is_there()
    {
        for (var cut = 1; ; cut++)
        {
            var disk = new ForgetfulDisk(cut);
            using (var journal = Open(disk))
            {
                journal.Append(Count);
            }

            disk.CutBefore = disk.Operations + cut;
            var done = EraseUntilCut(disk);
            disk.PowerOn();
            using var again = Open(disk);
            Assert.Equal(Count, again.Read(1).Count());
            Assert.Empty(again.OpeningReport);
            if (done)
            {
                Assert.All(again.Read(1), entry => Assert.Null(entry.Fact.Who));
                Assert.InRange(cut, 15, 200);
                return;
            }
        }
    }

    private bool EraseUntilCut(ForgetfulDisk disk)
    {
        try
        {
            using var journal = Open(disk);
            journal.Erase(_ => Erasure.Movements, (_, _) => { });
            disk.CutBefore = 0;
            return true;
        }
        catch (PowerCutException)
        {
            return false;
        }
    }

    private string[] Holding(string text) =>
        [.. Directory.GetFiles(_folder.Path, "0*").Where(path => File.ReadAllBytes(path).AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) >= 0)];

    private Journal Open(FileLayer? files = null) => Journal.Open(_folder.Path, Records.Options, new FakeTimeProvider(), files ?? LinuxFiles.Instance);
}
