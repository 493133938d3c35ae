using System.Text;
using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.CloudSync.Tests;

public sealed class JournalUploadTests
{
    [Fact]
    public async Task The_cursor_moves_by_the_hubs_own_word_and_not_by_the_brokers()
    {
        await using var rig = await Rig.Build();
        rig.Site.Journal.Append(501);
        await rig.Connect();

        // The second batch leaves only after the broker has confirmed the first.
        Assert.Equal(500, (await rig.Hub.NextBatch(rig.Stop)).Last);
        Assert.Equal(501, (await rig.Hub.NextBatch(rig.Stop)).Last);
        Assert.Equal(0, rig.Site.Journal.AcknowledgedThrough);

        await rig.Acknowledge(500);
        await rig.Link.WhenAcknowledged(500, rig.Stop);
        Assert.Equal(500, rig.Site.Journal.AcknowledgedThrough);
        Assert.Equal(500, rig.Link.Health.AcknowledgedThrough);
    }

    [Fact]
    public async Task Batches_carry_the_public_lines_byte_for_byte_and_nothing_that_points_to_a_person()
    {
        await using var rig = await Rig.Build();
        rig.Site.Journal.Append(2, new JournalFact.AccessNotTaken(new("street")) { Who = new(new("holder-77"), new("booking-88")) });
        await rig.Connect();

        var batch = await rig.Hub.NextBatch(rig.Stop);
        Assert.Equal(rig.Site.Journal.Read(1, 9).Select(line => line.Public), batch.Lines.Select(line => line.ToArray()));
        Assert.All(batch.Lines, line => Assert.DoesNotContain("-77", Encoding.UTF8.GetString(line.Span), StringComparison.Ordinal));
        Assert.Equal((JournalCodec.Genesis, rig.Site.Journal.Read(2, 1)[0].Hash), (batch.Prev, batch.Head));
    }

    [Fact]
    public async Task No_more_than_eight_batches_are_on_their_way()
    {
        await using var rig = await Rig.Build();
        rig.Site.Journal.Append(10 * JournalBatch.MaxRecords);
        await rig.Connect();

        // The picture comes behind all batches of the first round.
        var batches = 0;
        while (await rig.Hub.Next(rig.Stop) is var (topic, _) && topic is not SiteTopic.Now)
        {
            batches += topic is SiteTopic.Journal ? 1 : 0;
        }

        Assert.Equal(8, batches);
        await rig.Acknowledge(500);
        Assert.Equal(4501, (await rig.Hub.NextBatch(rig.Stop)).Last + 1);
    }

    [Fact]
    public async Task Records_that_the_hub_does_not_acknowledge_are_sent_again()
    {
        await using var rig = await Rig.Build();
        rig.Site.Journal.Append(3);
        await rig.Connect(settings => settings with { HubTimeout = TimeSpan.FromMilliseconds(50) });

        var first = await rig.Hub.NextBatch(rig.Stop);
        var again = await rig.Hub.NextBatch(rig.Stop);
        Assert.Equal((first.First, first.Last, first.Head), (again.First, again.Last, again.Head));
        await rig.WhenProblem("has not acknowledged");

        await rig.Acknowledge(3);
        await rig.Link.WhenHealth(health => health.Problems.IsEmpty, rig.Stop);
    }

    [Fact]
    public async Task An_acknowledgement_of_another_epoch_or_beyond_the_journal_moves_nothing()
    {
        await using var rig = await Rig.Build();
        rig.Site.Journal.Append(3);
        await rig.Connect();

        await rig.Hub.Send(Topics.JournalAck(SiteDouble.Name), new JournalAck("e0", 2), rig.Stop);
        await rig.Acknowledge(4);
        await rig.WhenProblem("ends at 3");
        Assert.Equal(0, rig.Site.Journal.AcknowledgedThrough);
    }

    [Fact]
    public async Task Nothing_is_lost_when_the_broker_is_killed_while_records_accrue()
    {
        await using var rig = await Rig.Build();
        rig.Site.Journal.Append(10);
        await rig.Connect();
        await rig.Hub.NextBatch(rig.Stop);
        await rig.Acknowledge(4);
        await rig.Link.WhenAcknowledged(4, rig.Stop);

        await rig.Broker.Kill();
        rig.Site.Journal.Append(700);
        rig.Link.Nudge();
        await rig.Link.WhenHealth(health => !health.Connected && health.Problems.Length == 1, rig.Stop);
        await rig.RestartBroker();

        var chain = new JournalChain(4, rig.Site.Journal.Read(4, 1)[0].Hash);
        while (chain.Sequence < 710)
        {
            foreach (var line in (await rig.Hub.NextBatch(rig.Stop)).Lines)
            {
                Assert.Null(chain.TryAccept(line.Span, [], out _));
            }
        }

        await rig.Acknowledge(710);
        await rig.Link.WhenAcknowledged(710, rig.Stop);
        Assert.Empty(rig.Link.Health.Problems);
    }
}
