using System.Security.Cryptography;
using EdgeNode.Contracts;

namespace EdgeNode.CloudSync.Tests;

public sealed class UsageUploadTests
{
    private static readonly DateOnly Day = Letters.Day;

    [Fact]
    public async Task Days_owed_go_oldest_first_and_are_paid_by_the_hubs_seal_only()
    {
        await using var rig = await Rig.Build();
        rig.Site.Owed[Day] = Letters.UsageOf(Day, 1);
        rig.Site.Owed[Day.AddDays(-1)] = Letters.UsageOf(Day.AddDays(-1), 501);
        await rig.Connect();

        var (first, chunks) = await NextDay(rig);
        Assert.Equal((Day.AddDays(-1), 501, 2), (first.Day, first.Count, chunks.Count));
        Assert.Equal(first.Chunks, chunks.Select(chunk => Convert.ToHexStringLower(SHA256.HashData(LetterCodec.Encode(chunk)))));
        Assert.True(new VerifyingKey(Rig.SiteKey.PublicHex).Signed(first));
        Assert.Empty(rig.Site.Sealed);

        await Answer(rig, first.Day, true, []);
        Assert.Equal(Day, (await NextDay(rig)).Manifest.Day);
        await Answer(rig, Day, true, []);
        await rig.Link.WhenDaysAcknowledged(rig.Stop);
        Assert.Equal([Day.AddDays(-1), Day], rig.Site.Sealed);
    }

    [Fact]
    public async Task Chunks_that_the_hub_misses_are_sent_again_and_no_others()
    {
        await using var rig = await Rig.Build();
        rig.Site.Owed[Day] = Letters.UsageOf(Day, 1200);
        await rig.Connect();
        await NextDay(rig);
        await Answer(rig, Day, false, [1, 99, -1]);
        var (manifest, chunks) = await NextDay(rig);
        Assert.Equal([1], chunks.Select(chunk => chunk.Index));
        Assert.Equal(3, manifest.Chunks.Count);
    }

    [Fact]
    public async Task A_mismatch_alerts_leaves_the_day_owed_and_does_not_hold_up_the_next()
    {
        await using var rig = await Rig.Build();
        rig.Site.Owed[Day] = Letters.UsageOf(Day, 1);
        rig.Site.Owed[Day.AddDays(1)] = Letters.UsageOf(Day.AddDays(1), 1);
        await rig.Connect();
        await NextDay(rig);
        await Answer(rig, Day, false, [], "90 minutes here, 91 in the manifest");
        await rig.WhenProblem("90 minutes here, 91 in the manifest");

        Assert.Equal(Day.AddDays(1), (await NextDay(rig)).Manifest.Day);
        await Answer(rig, Day.AddDays(1), true, []);
        await rig.Link.WhenHealth(_ => !rig.Site.Owed.ContainsKey(Day.AddDays(1)), rig.Stop);
        Assert.Equal([Day], rig.Site.DaysOwed());

        rig.Link.UploadDays();
        Assert.Equal(Day, (await NextDay(rig)).Manifest.Day);
        await Answer(rig, Day, true, []);
        await rig.Link.WhenDaysAcknowledged(rig.Stop);
        Assert.Empty(rig.Link.Health.Problems);
    }

    [Fact]
    public async Task After_silence_the_manifest_alone_asks_again()
    {
        await using var rig = await Rig.Build();
        rig.Site.Owed[Day] = Letters.UsageOf(Day, 1);
        await rig.Connect(settings => settings with { HubTimeout = TimeSpan.FromMilliseconds(50) });
        var (manifest, _) = await NextDay(rig);
        var (again, chunks) = await NextDay(rig);
        Assert.Empty(chunks);
        Assert.Equal(LetterCodec.Encode(manifest), LetterCodec.Encode(again));
        await rig.WhenProblem("the hub is silent");
    }

    [Fact]
    public async Task While_nobody_answers_the_oldest_day_waits_and_no_other_overtakes_it()
    {
        await using var rig = await Rig.Build();
        rig.Site.Owed[Day] = Letters.UsageOf(Day, 1);
        rig.Site.Owed[Day.AddDays(1)] = Letters.UsageOf(Day.AddDays(1), 1);
        await rig.Connect(settings => settings with { HubTimeout = TimeSpan.FromMilliseconds(20) });
        for (var round = 0; round < 15; round++)
        {
            Assert.Equal(Day, (await NextDay(rig)).Manifest.Day);
        }
    }

    [Fact]
    public async Task A_day_that_the_hub_never_has_enough_of_is_left_to_the_next_run()
    {
        await using var rig = await Rig.Build();
        rig.Site.Owed[Day] = Letters.UsageOf(Day, 1);
        rig.Site.Owed[Day.AddDays(1)] = Letters.UsageOf(Day.AddDays(1), 1);
        await rig.Connect();
        for (var round = 0; round < 11; round++)
        {
            Assert.Equal(Day, (await NextDay(rig)).Manifest.Day);
            await Answer(rig, Day, false, [0]);
        }

        await rig.WhenProblem("still asks for parts after 10 answers");
        Assert.Equal(Day.AddDays(1), (await NextDay(rig)).Manifest.Day);
    }

    [Fact]
    public async Task A_seal_of_another_epoch_pays_nothing()
    {
        await using var rig = await Rig.Build();
        rig.Site.Owed[Day] = Letters.UsageOf(Day, 1);
        rig.Site.Journal.Append(1);
        await rig.Connect();
        await NextDay(rig);
        await rig.Hub.Send(Topics.UsageAck(SiteDouble.Name, Day), new UsageAck("e0", Day, true, [], null), rig.Stop);

        // Messages are taken in order: once this one is, the seal has been looked at.
        await rig.Acknowledge(1);
        await rig.Link.WhenAcknowledged(1, rig.Stop);
        Assert.Equal([Day], rig.Site.DaysOwed());
    }

    [Fact]
    public async Task A_day_that_closes_while_connected_goes_when_asked()
    {
        await using var rig = await Rig.Build();
        await rig.Connect();
        rig.Site.Owed[Day] = Letters.UsageOf(Day, 0);
        rig.Link.UploadDays();
        var (manifest, chunks) = await NextDay(rig);
        Assert.Equal((0, 0), (manifest.Count, chunks.Count));
    }

    private static async Task<(UsageManifest Manifest, List<UsageChunk> Chunks)> NextDay(Rig rig)
    {
        var chunks = new List<UsageChunk>();
        while (true)
        {
            switch (await rig.Hub.Next(rig.Stop))
            {
                case (SiteTopic.UsageChunk, var payload):
                    chunks.Add(LetterCodec.Unpack<UsageChunk>(payload));
                    break;
                case (SiteTopic.UsageManifest, var payload):
                    return (LetterCodec.Decode<UsageManifest>(payload), chunks);
            }
        }
    }

    private static Task Answer(Rig rig, DateOnly day, bool isSealed, int[] missing, string? mismatch = null) =>
        rig.Hub.Send(Topics.UsageAck(SiteDouble.Name, day), new UsageAck("e1", day, isSealed, missing, mismatch), rig.Stop);
}
