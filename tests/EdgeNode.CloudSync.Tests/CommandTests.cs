using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.CloudSync.Tests;

public sealed class CommandTests
{
    private static long Now => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

    [Fact]
    public async Task A_signed_command_opens_once_and_is_answered_and_the_same_again_opens_nothing()
    {
        await using var rig = await Rig.Build();
        await rig.Connect();
        var command = Rig.NetworkKey.Sign(Command());
        Assert.Equal(CommandAnswer.Done, await Send(rig, "c1", command));
        Assert.Equal(nameof(CommandDropReason.Repeated), await Send(rig, "c1", command));
        Assert.Equal(["c1"], rig.Gate.Unlocked);

        // A connection later, as after a restart: what was remembered stays remembered.
        rig.Proxy.Cut();
        await rig.Link.WhenHealth(health => !health.Connected, rig.Stop);
        await rig.Link.WhenConnected(rig.Stop);
        Assert.Equal(nameof(CommandDropReason.Repeated), await Send(rig, "c1", command));
        Assert.Equal(["c1"], rig.Gate.Unlocked);
    }

    public static TheoryData<string, CommandDropReason> NotFollowed => new()
    {
        { "changed", CommandDropReason.Unsigned },
        { "stranger", CommandDropReason.Unsigned },
        { "unsigned", CommandDropReason.Unsigned },
        { "other site", CommandDropReason.Foreign },
        { "other id", CommandDropReason.Foreign },
        { "late", CommandDropReason.Late },
        { "long", CommandDropReason.Late },
        { "early", CommandDropReason.Early },
        { "no door", CommandDropReason.Unknown },
        { "no kind", CommandDropReason.Unknown },
        { "retained", CommandDropReason.Retained },
        { "clock", CommandDropReason.ClockUntrusted },
    };

    [Theory]
    [MemberData(nameof(NotFollowed))]
    public async Task A_command_that_may_not_be_followed_opens_nothing_and_is_journalled_with_its_reason(string what, CommandDropReason reason)
    {
        await using var rig = await Rig.Build();
        rig.ClockConfirmed = what != "clock";
        await rig.Connect();
        using var stranger = new SigningKey(new byte[32]);
        var signed = Rig.NetworkKey.Sign(what switch
        {
            "other site" => Command() with { Site = "centre" },
            "late" => Command() with { NotBefore = Now - 10_000, NotAfter = Now - 1 },
            "long" => Command() with { NotAfter = Now + 20_000 },
            "early" => Command() with { NotBefore = Now + 60_000, NotAfter = Now + 69_000 },
            "no door" => Command() with { Door = "vault" },
            "no kind" => Command() with { Kind = "Explode" },
            _ => Command(),
        });
        var sent = what switch
        {
            "changed" => signed with { Door = "vault" },
            "stranger" => stranger.Sign(signed with { Signature = null }),
            "unsigned" => signed with { Signature = null },
            _ => signed,
        };
        var id = what == "other id" ? "c2" : "c1";
        Assert.Equal($"{reason}", await Send(rig, id, sent, retain: what == "retained"));
        Assert.Empty(rig.Gate.Unlocked);
        Assert.Equal([(id, reason)], rig.Gate.Refused);
    }

    [Fact]
    public async Task A_command_that_the_door_refuses_is_answered_with_its_reason()
    {
        await using var rig = await Rig.Build();
        rig.Gate.Refuses = CommandDropReason.DoorModeRefuses;
        await rig.Connect();
        Assert.Equal(nameof(CommandDropReason.DoorModeRefuses), await Send(rig, "c1", Rig.NetworkKey.Sign(Command())));
        Assert.Empty(rig.Gate.Unlocked);
    }

    [Fact]
    public async Task A_command_that_lay_at_the_broker_opens_nothing()
    {
        await using var rig = await Rig.Build();
        await rig.Hub.Send(Topics.Command(SiteDouble.Name, "c1"), Rig.NetworkKey.Sign(Command()), rig.Stop, retain: true);
        await rig.Connect();
        Assert.Equal(nameof(CommandDropReason.Retained), (await Answer(rig)).Outcome);
        Assert.Empty(rig.Gate.Unlocked);
    }

    [Fact]
    public async Task Bytes_that_are_no_command_are_journalled_and_a_flood_of_them_is_not()
    {
        await using var rig = await Rig.Build();
        rig.Site.Journal.Append(1);
        await rig.Connect();
        for (var count = 0; count < 20; count++)
        {
            await rig.Hub.Send(Topics.Command(SiteDouble.Name, "c1"), "{}"u8.ToArray(), rig.Stop);
        }

        await rig.Acknowledge(1);
        await rig.Link.WhenAcknowledged(1, rig.Stop);
        Assert.InRange(rig.Gate.Refused.Count, 1, 10);
        Assert.Equal(("c1", CommandDropReason.Unreadable), rig.Gate.Refused[0]);
    }

    private static SiteCommand Command() => new(SiteDouble.Name, "c1", SiteCommand.Unlock, "street", "parcel", Now - 100, Now + 9_000, new('0', 32));

    private static async Task<string> Send(Rig rig, string id, SiteCommand command, bool retain = false)
    {
        await rig.Hub.Send(Topics.Command(SiteDouble.Name, id), command, rig.Stop, retain);
        return (await Answer(rig)).Outcome;
    }

    private static async Task<CommandAnswer> Answer(Rig rig) =>
        LetterCodec.Decode<CommandAnswer>((await rig.Hub.Next<SiteTopic.Answer>(rig.Stop)).Payload);
}
