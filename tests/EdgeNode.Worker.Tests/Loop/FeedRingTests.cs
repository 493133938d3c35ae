using EdgeNode.Core;

namespace EdgeNode.Worker.Tests;

public sealed class FeedRingTests
{
    private readonly FeedRing _feed = new(
        new SitePlan(new(new("here"), "Here", TimeZoneInfo.Utc, [], [], [], [], [], SiteRules.Default)), length: 2);

    [Fact]
    public void What_is_not_durable_yet_is_not_shown()
    {
        Append(1, 2);
        Assert.Empty(_feed.Shown);
        _feed.Confirm(1);
        Assert.Equal([1L], _feed.Shown.Select(item => item.Sequence));
        _feed.Confirm(2);
        Assert.Equal([2L, 1L], _feed.Shown.Select(item => item.Sequence));
    }

    [Fact]
    public void The_oldest_make_room_for_the_newest()
    {
        Append(1, 2, 3);
        _feed.Confirm(3);
        Assert.Equal([3L, 2L], _feed.Shown.Select(item => item.Sequence));
    }

    private void Append(params long[] sequences)
    {
        foreach (var sequence in sequences)
        {
            _feed.Append(new(sequence, new(TimeSpan.FromSeconds(sequence), DateTimeOffset.UnixEpoch, ClockTrust.Trusted), new JournalFact.ExitRequested(new("street"))));
        }
    }
}
