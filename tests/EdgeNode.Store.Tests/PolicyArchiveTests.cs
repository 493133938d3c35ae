using EdgeNode.Store;
using Xunit;

namespace EdgeNode.Store.Tests;

public sealed class PolicyArchiveTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("edgenode-archive-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_letter_comes_back_as_it_was_and_one_that_was_never_kept_does_not()
    {
        var archive = new PolicyArchive(Path.Combine(_folder, "before"));
        Assert.Null(archive.Find(1));
        archive.Add(1, "one"u8);
        archive.Add(11, "eleven"u8);
        Assert.Equal("one"u8, archive.Find(1)!);
        Assert.Equal("eleven"u8, archive.Find(11)!);
        Assert.Null(archive.Find(2));
    }

    [Fact]
    public void The_oldest_go_where_all_take_too_much_room_but_never_the_last()
    {
        var random = new Random(1);
        var letter = new byte[10_000];
        var archive = new PolicyArchive(_folder, most: 25_000);
        for (var version = 1; version <= 4; version++)
        {
            random.NextBytes(letter);
            archive.Add(version, letter);
        }

        Assert.Equal([3, 4], Enumerable.Range(1, 4).Where(version => archive.Find(version) is not null));
        new PolicyArchive(_folder, most: 1).Add(5, letter);
        Assert.Equal([5], Enumerable.Range(1, 5).Where(version => archive.Find(version) is not null));
    }

    [Fact]
    public void A_letter_that_is_no_longer_what_was_kept_is_none()
    {
        var archive = new PolicyArchive(_folder);
        archive.Add(1, "one"u8);
        var file = Directory.GetFiles(_folder).Single();
        var bytes = File.ReadAllBytes(file);
        for (var index = 0; index < bytes.Length; index++)
        {
            var damaged = bytes.ToArray();
            damaged[index] ^= 0x10;
            File.WriteAllBytes(file, damaged);
            Assert.True(archive.Find(1) is null || archive.Find(1)!.AsSpan().SequenceEqual("one"u8));
        }

        File.WriteAllBytes(file, bytes[..2]);
        Assert.Null(archive.Find(1));
    }
}
