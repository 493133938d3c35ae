using Xunit;

namespace EdgeNode.Store.Tests;

public sealed class SiteKeysTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Keys_are_made_once_and_only_their_owner_can_use_them()
    {
        byte next = 0;
        var made = SiteKeys.Open(_folder["keys"], bytes => bytes.Fill(++next));
        Assert.Equal(2, next);
        var read = SiteKeys.Open(_folder["keys"], _ => Assert.Fail("A key was made anew."));
        Assert.Equal(made.SigningSeed, read.SigningSeed);
        Assert.Equal(made.IdentifierKey.Tokenise("1010"), read.IdentifierKey.Tokenise("1010"));
        Assert.Equal("keys:***", read.ToString());
        Assert.All(Directory.GetFiles(_folder["keys"]), path => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path)));
    }

    [Fact]
    public void A_key_of_another_length_is_refused_with_the_cure()
    {
        SiteKeys.Open(_folder["keys"], bytes => bytes.Fill(1));
        var path = Path.Combine(_folder["keys"], "identifier.key");
        File.WriteAllText(path, "abc");
        var refused = Assert.Throws<InvalidDataException>(() => SiteKeys.Open(_folder["keys"], _ => { }));
        Assert.Contains("has 3 characters; it must have 64", refused.Message, StringComparison.Ordinal);
        Assert.Contains("openssl rand -hex 32", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_others_can_read_is_refused_with_the_cure()
    {
        SiteKeys.Open(_folder["keys"], bytes => bytes.Fill(1));
        var path = Path.Combine(_folder["keys"], "signing.seed");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        var refused = Assert.Throws<InvalidDataException>(() => SiteKeys.Open(_folder["keys"], _ => { }));
        Assert.Contains($"chmod 600 {path}", refused.Message, StringComparison.Ordinal);
    }
}
