using EdgeNode.Contracts;

namespace EdgeNode.CloudSync.Tests;

public sealed class PolicyDownloadTests
{
    private static readonly SigningKey Stranger = new(new byte[32]);

    [Fact]
    public async Task A_policy_is_asked_for_checked_applied_and_only_then_told()
    {
        await using var rig = await Rig.Build();
        await rig.Connect();
        Assert.Equal(0, (await rig.Hub.NextStatus(rig.Stop)).PolicyVersion);

        var packed = PolicyPacking.Pack(Letters.Policy(3), Rig.NetworkKey, slice: 40);
        await Publish(rig, packed);
        var (_, want) = await rig.Hub.Next<SiteTopic.WantPolicy>(rig.Stop);
        Assert.Equal(Enumerable.Range(0, packed.Parts.Count), LetterCodec.Decode<PolicyWant>(want).Parts);
        await SendParts(rig, packed.Parts.Reverse());

        await rig.Link.WhenPolicyAtLeast(3, rig.Stop);
        Assert.Equal(packed.Letter, rig.Site.Letter);
        Assert.Equal(packed.Head.Hash, rig.Site.Applied.Hash);
        Assert.Equal(3, (await rig.Hub.NextStatus(rig.Stop)).PolicyVersion);
        Assert.Empty(rig.Link.Health.Problems);
    }

    [Fact]
    public async Task Parts_that_do_not_come_are_asked_for_again()
    {
        await using var rig = await Rig.Build();
        await rig.Connect(settings => settings with { HubTimeout = TimeSpan.FromMilliseconds(50) });
        var packed = PolicyPacking.Pack(Letters.Policy(3), Rig.NetworkKey, slice: 40);
        await Publish(rig, packed);
        await rig.Hub.Next<SiteTopic.WantPolicy>(rig.Stop);
        await SendParts(rig, packed.Parts.Skip(1));

        var wanted = packed.Parts.Select(part => part.Index).ToArray();
        while (wanted is not [0])
        {
            wanted = [.. LetterCodec.Decode<PolicyWant>((await rig.Hub.Next<SiteTopic.WantPolicy>(rig.Stop)).Payload).Parts];
        }

        await SendParts(rig, [packed.Parts[0]]);
        await rig.Link.WhenPolicyAtLeast(3, rig.Stop);
    }

    [Fact]
    public async Task A_policy_signed_with_another_key_is_not_applied_and_alerts()
    {
        await using var rig = await Rig.Build();
        await rig.Connect();
        await Publish(rig, PolicyPacking.Pack(Letters.Policy(3), Stranger));
        await rig.WhenProblem("not signed with the network's key");
        await ApplyGood(rig, 4);
        Assert.Empty(rig.Link.Health.Problems);
    }

    [Fact]
    public async Task A_policy_of_another_site_is_not_applied_and_alerts()
    {
        await using var rig = await Rig.Build();
        await rig.Connect();
        await Publish(rig, PolicyPacking.Pack(Letters.Policy(3) with { Site = "centre" }, Rig.NetworkKey));
        await rig.WhenProblem("meant for site 'centre'");
        await ApplyGood(rig, 4);
    }

    [Fact]
    public async Task Parts_with_another_content_are_not_applied_and_alert()
    {
        await using var rig = await Rig.Build();
        await rig.Connect();
        await Publish(rig, PolicyPacking.Pack(Letters.Policy(3), Rig.NetworkKey));
        await rig.Hub.Next<SiteTopic.WantPolicy>(rig.Stop);
        await SendParts(rig, PolicyPacking.Pack(Letters.Policy(3) with { Bookings = [] }, Stranger).Parts);
        await rig.WhenProblem("the head says");
        Assert.Equal(0, rig.Site.Version);
        await ApplyGood(rig, 4);
    }

    [Fact]
    public async Task An_older_policy_is_not_applied_and_alerts()
    {
        await using var rig = await Rig.Build();
        await rig.Connect();
        await ApplyGood(rig, 4);
        await Publish(rig, PolicyPacking.Pack(Letters.Policy(3), Rig.NetworkKey));
        await rig.WhenProblem("older than 4");
        Assert.Equal(4, rig.Site.Version);
    }

    [Fact]
    public async Task The_same_version_with_another_content_is_not_applied_and_alerts()
    {
        await using var rig = await Rig.Build();
        await rig.Connect();
        await ApplyGood(rig, 4);
        await Publish(rig, PolicyPacking.Pack(Letters.Policy(4) with { Bookings = [] }, Rig.NetworkKey));
        await rig.WhenProblem("another content");
        Assert.NotEmpty(rig.Site.Applied.Bookings);
    }

    [Fact]
    public async Task A_policy_that_makes_no_sense_is_not_applied_and_alerts_in_words()
    {
        await using var rig = await Rig.Build();
        await rig.Connect();
        var packed = PolicyPacking.Pack(Letters.Policy(3) with { Bookings = [new("b", "h", "r", 2, 1, null, [], false)] }, Rig.NetworkKey);
        await Publish(rig, packed);
        await rig.Hub.Next<SiteTopic.WantPolicy>(rig.Stop);
        await SendParts(rig, packed.Parts);
        await rig.WhenProblem("bookings[0].end is not after its start");
        await ApplyGood(rig, 4);
    }

    [Fact]
    public async Task A_policy_that_the_site_cannot_keep_alerts_and_comes_again_with_the_next_connection()
    {
        await using var rig = await Rig.Build();
        rig.Site.TakesPolicies = false;
        await rig.Connect();
        var packed = PolicyPacking.Pack(Letters.Policy(3), Rig.NetworkKey);
        await Publish(rig, packed);
        await rig.Hub.Next<SiteTopic.WantPolicy>(rig.Stop);
        await SendParts(rig, packed.Parts);
        await rig.WhenProblem("could not be kept");

        rig.Site.TakesPolicies = true;
        rig.Proxy.Cut();
        await rig.Hub.Next<SiteTopic.WantPolicy>(rig.Stop);
        await SendParts(rig, packed.Parts);
        await rig.Link.WhenPolicyAtLeast(3, rig.Stop);
    }

    [Fact]
    public async Task The_difference_to_the_policy_in_force_is_asked_for_and_is_enough()
    {
        await using var rig = await Rig.Build();
        await rig.Connect();
        await ApplyGood(rig, 3);
        var policy = PolicyPacking.Pack(Letters.Policy(4), Rig.NetworkKey);
        await Publish(rig, policy);
        Assert.Equal(3, (await WantOf(rig, 4)).Have);
        await SendDelta(rig, PolicyPacking.Diff(rig.Site.Letter!, policy)!);
        await rig.Link.WhenPolicyAtLeast(4, rig.Stop);
        Assert.Equal(policy.Letter, rig.Site.Letter);
        Assert.Empty(rig.Link.Health.Problems);
    }

    [Theory]
    [InlineData("of another hash")]
    [InlineData("damaged")]
    [InlineData("the letter in force cannot be read")]
    public async Task A_difference_that_does_not_fit_is_no_loss_the_whole_policy_is_asked_for(string why)
    {
        await using var rig = await Rig.Build();
        await rig.Connect();
        await ApplyGood(rig, 3);
        var policy = PolicyPacking.Pack(Letters.Policy(4), Rig.NetworkKey);
        await Publish(rig, policy);
        await WantOf(rig, 4);
        var delta = PolicyPacking.Diff(rig.Site.Letter!, policy)!;
        rig.Site.Letter = why == "the letter in force cannot be read" ? null : rig.Site.Letter;
        await SendDelta(rig, why switch
        {
            "of another hash" => delta with { From = new('0', 64) },
            "damaged" => delta with { Bytes = [.. delta.Bytes.Skip(1)] },
            _ => delta,
        });
        Assert.Null((await WantOf(rig, 4)).Have);
        Assert.Equal(3, rig.Site.Version);
        await SendParts(rig, policy.Parts);
        await rig.Link.WhenPolicyAtLeast(4, rig.Stop);
    }

    private static async Task<PolicyWant> WantOf(Rig rig, long version)
    {
        while (true)
        {
            var want = LetterCodec.Decode<PolicyWant>((await rig.Hub.Next<SiteTopic.WantPolicy>(rig.Stop)).Payload);
            if (want.Version == version)
            {
                return want;
            }
        }
    }

    private static Task SendDelta(Rig rig, PolicyDelta delta) => rig.Hub.Send(Topics.PolicyDelta(SiteDouble.Name, delta.Version), delta, rig.Stop);

    private static async Task ApplyGood(Rig rig, long version)
    {
        Assert.Equal(0, rig.Site.Version);
        var packed = PolicyPacking.Pack(Letters.Policy(version), Rig.NetworkKey);
        await Publish(rig, packed);
        await SendParts(rig, packed.Parts);
        await rig.Link.WhenPolicyAtLeast(version, rig.Stop);
    }

    private static Task Publish(Rig rig, PackedPolicy packed) =>
        rig.Hub.Send(Topics.PolicyHead(SiteDouble.Name), packed.Head, rig.Stop, retain: true);

    private static async Task SendParts(Rig rig, IEnumerable<PolicyPart> parts)
    {
        foreach (var part in parts)
        {
            await rig.Hub.Send(Topics.PolicyPart(SiteDouble.Name, part.Version, part.Index), part, rig.Stop);
        }
    }
}
