using EdgeNode.Core;
using EdgeNode.Store.Tests;

namespace EdgeNode.Worker.Tests;

public sealed class FirstPictureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_page_that_is_opened_before_the_loops_first_step_shows_the_site_with_a_time_that_is_not_sure()
    {
        using var site = new SmallSite(_folder.Path);
        await using var node = site.Open();
        var picture = node.Views.Current;
        Assert.Equal(ClockTrust.Untrusted, picture.At.Trust);
        Assert.Equal(2, picture.Doors.Length);
        node.Loop.Drain();
        Assert.Equal(ClockTrust.Trusted, node.Views.Current.At.Trust);
    }
}
