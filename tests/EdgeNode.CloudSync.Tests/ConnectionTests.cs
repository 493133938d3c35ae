using EdgeNode.Contracts;

namespace EdgeNode.CloudSync.Tests;

public sealed class ConnectionTests
{
    [Fact]
    public async Task A_half_open_link_is_given_up_when_the_broker_does_not_confirm_in_time()
    {
        await using var rig = await Rig.Build();
        await rig.Connect(settings => settings with { BrokerTimeout = TimeSpan.FromMilliseconds(200), KeepAlive = TimeSpan.FromHours(1) });

        rig.Proxy.Freeze();
        rig.Site.Journal.Append(1);
        rig.Link.Nudge();
        await rig.WhenProblem("did not confirm in time");
        Assert.False(rig.Link.Connected);

        // The first batch may be the one of the dead link, whose answer nobody hears: every batch is answered, as a hub does.
        rig.Proxy.Thaw();
        var acknowledged = rig.Link.WhenAcknowledged(1, rig.Stop);
        while (!acknowledged.IsCompleted)
        {
            await Task.WhenAny(rig.Hub.NextBatch(rig.Stop), acknowledged);
            await rig.Acknowledge(1);
        }

        await acknowledged;
    }

    [Fact]
    public async Task The_last_will_says_offline_and_the_next_connection_online()
    {
        await using var rig = await Rig.Build();
        await rig.Connect();
        Assert.True((await rig.Hub.NextStatus(rig.Stop)).Online);

        rig.Proxy.Cut();
        Assert.False((await rig.Hub.NextStatus(rig.Stop)).Online);
        Assert.True((await rig.Hub.NextStatus(rig.Stop)).Online);
    }

    [Fact]
    public async Task A_connected_site_tells_its_status_again_and_again()
    {
        await using var rig = await Rig.Build();
        await rig.Connect(settings => settings with { Heartbeat = TimeSpan.FromMilliseconds(20) });
        for (var beat = 0; beat < 3; beat++)
        {
            Assert.True((await rig.Hub.NextStatus(rig.Stop)).Online);
        }
    }

    [Fact]
    public async Task A_link_that_is_stopped_says_offline()
    {
        await using var rig = await Rig.Build();
        await rig.Connect();
        Assert.True((await rig.Hub.NextStatus(rig.Stop)).Online);
        await rig.Link.DisposeAsync();
        var status = await rig.Hub.NextStatus(rig.Stop);
        Assert.False(status.Online);
        Assert.Equal(["doors", "desks", "journal", "screen"], status.WorksOffline);
    }

    [Fact]
    public async Task A_link_without_a_broker_goes_on_trying_and_ends_when_stopped()
    {
        await using var rig = await Rig.Build();
        await rig.Broker.Kill();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            var connecting = rig.Connect();
            await rig.WhenProblem("Doors and desks go on");
            await rig.Link.DisposeAsync();
            await connecting;
        });
    }

    [Fact]
    public async Task A_topic_of_nobody_is_dropped_and_a_letter_that_cannot_be_read_stops_nothing()
    {
        await using var rig = await Rig.Build();
        rig.Site.Journal.Append(1);
        await rig.Connect();
        await rig.Hub.Send($"en/1/{SiteDouble.Name}/dn/nonsense", "{}"u8.ToArray(), rig.Stop);
        await rig.Hub.Send(Topics.JournalAck(SiteDouble.Name), """{"v":2}"""u8.ToArray(), rig.Stop);
        await rig.WhenProblem("version 2");

        await rig.Acknowledge(1);
        await rig.Link.WhenAcknowledged(1, rig.Stop);
        await rig.Link.WhenHealth(health => health.Problems.IsEmpty, rig.Stop);
        Assert.Contains(rig.Logged, line => line.Contains("dn/nonsense", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_retained_acknowledgement_is_dropped()
    {
        await using var rig = await Rig.Build();
        rig.Site.Journal.Append(2);
        await rig.Hub.Send(Topics.JournalAck(SiteDouble.Name), new JournalAck("e1", 1), rig.Stop, retain: true);
        await rig.Connect();
        await rig.Acknowledge(2);
        await rig.Link.WhenAcknowledged(2, rig.Stop);
        Assert.Contains(rig.Logged, line => line.Contains("retained: True", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pictures_within_the_hold_are_skipped()
    {
        await using var rig = await Rig.Build();
        await rig.Connect();
        await rig.Hub.Next<SiteTopic.Now>(rig.Stop);
        for (var round = 1; round <= 5; round++)
        {
            rig.Site.Journal.Append(1);
            rig.Link.Nudge();
            Assert.IsType<SiteTopic.Journal>((await rig.Hub.Next(rig.Stop)).Topic);
        }
    }

    [Fact]
    public async Task The_last_of_the_skipped_pictures_is_sent_when_the_hold_is_over()
    {
        await using var rig = await Rig.Build();
        await rig.Connect(settings => settings with { PictureHold = TimeSpan.FromMilliseconds(20) });
        await rig.Hub.Next<SiteTopic.Now>(rig.Stop);
        rig.Site.Journal.Append(1);
        rig.Link.Nudge();
        var now = LetterCodec.Decode<SiteNow>((await rig.Hub.Next<SiteTopic.Now>(rig.Stop)).Payload);
        Assert.Equal(1, now.Health.JournalDurable);
    }
}
