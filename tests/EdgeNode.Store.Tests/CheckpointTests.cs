using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Store.Tests;

public sealed class CheckpointTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _reports = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_newest_whole_one_comes_first_and_two_are_kept()
    {
        var checkpoints = Open();
        for (var sequence = 1; sequence <= 3; sequence++)
        {
            checkpoints.Save(Make(sequence));
        }

        Assert.Equal([3, 2], Open().NewestFirst().Select(checkpoint => checkpoint.Sequence));
        Assert.Empty(_reports);
    }

    [Fact]
    public void A_half_written_one_is_told_and_the_one_before_serves()
    {
        var checkpoints = Open();
        checkpoints.Save(Make(1));
        checkpoints.Save(Make(2));
        var newest = Directory.GetFiles(_folder.Path).Order().Last();
        File.WriteAllBytes(newest, File.ReadAllBytes(newest)[..20]);
        Assert.Equal([1], Open().NewestFirst().Select(checkpoint => checkpoint.Sequence));
        Assert.Contains("more of the journal is read instead", Assert.Single(_reports), StringComparison.Ordinal);
    }

    [Fact]
    public void One_of_another_version_is_passed_over()
    {
        Open().Save(Make(1) with { V = SiteCheckpoint.CurrentVersion + 1 });
        Assert.Empty(Open().NewestFirst());
    }

    [Fact]
    public void Cleared_there_is_none()
    {
        Open().Save(Make(1));
        Open().Clear();
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    private static SiteCheckpoint Make(long sequence) => Records.Checkpoint(sequence, JournalCodec.Genesis);

    private Checkpoints Open() => new(_folder.Path, _reports.Add);
}
