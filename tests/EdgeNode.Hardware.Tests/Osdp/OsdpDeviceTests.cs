using CsCheck;
using Xunit;

namespace EdgeNode.Hardware.Tests;

/// <summary>The reader's side, message by message.</summary>
public sealed class OsdpDeviceTests : IDisposable
{
    private readonly OsdpDevice _device = new(5, OsdpWorld.Key, bytes => bytes.AsSpan().Fill(7));

    public void Dispose() => _device.Dispose();

    [Theory, InlineData(OsdpCommand.Poll, 0, OsdpNak.EncryptionRequired), InlineData(OsdpCommand.Led, 0, OsdpNak.EncryptionRequired)]
    [InlineData(OsdpCommand.Identify, 2, OsdpNak.Sequence), InlineData(OsdpCommand.SetKey, 0, OsdpNak.EncryptionRequired)]
    public void A_reader_refuses_with_the_reason_of_the_standard(OsdpCommand command, int sequence, OsdpNak why)
    {
        var answer = Ask(OsdpFrame.Plain(5, isReply: false, sequence, (byte)command, [0]))!;
        Assert.Equal(((byte)OsdpReply.Nak, (byte)why), (answer.Code, Assert.Single(answer.Content)));
    }

    [Fact]
    public void A_challenge_under_the_published_key_is_refused_by_a_paired_reader()
    {
        var challenge = new OsdpFrame(5, false, 0, true, OsdpSecurity.Challenge, [0], (byte)OsdpCommand.Challenge, new byte[8]);
        Assert.Equal((byte)OsdpNak.SecurityBlock, Assert.Single(Ask(challenge)!.Content));
    }

    [Fact]
    public void Address_7F_is_answered_for_identity_and_capabilities_alone()
    {
        Assert.Equal((byte)OsdpReply.Identity, Ask(OsdpFrame.Plain(OsdpFrame.Everybody, false, 0, (byte)OsdpCommand.Identify, [0]))!.Code);
        var abilities = Ask(OsdpFrame.Plain(OsdpFrame.Everybody, false, 0, (byte)OsdpCommand.Capabilities, [0]))!.Content;
        Assert.Equal([1, 3, 4, 5, 8, 9, 10, 11, 13, 16], abilities.Chunk(3).Select(ability => (int)ability[0]));
        Assert.Null(Ask(OsdpFrame.Plain(OsdpFrame.Everybody, false, 0, (byte)OsdpCommand.Poll, [])));
        Assert.Null(Ask(OsdpFrame.Plain(6, false, 0, (byte)OsdpCommand.Identify, [0])));
    }

    [Fact]
    public void A_sealed_message_without_a_channel_is_refused()
    {
        var rogue = new OsdpFrame(5, false, 0, true, OsdpSecurity.SealedCommand, [], (byte)OsdpCommand.Poll, []);
        var answer = new OsdpFramer().Feed(_device.Receive(rogue.Encode(_ => [1, 2, 3, 4]), TimeSpan.Zero), TimeSpan.Zero)[0];
        Assert.Equal((byte)OsdpNak.SecurityBlock, Assert.Single(answer.Content));
    }

    [Theory, InlineData(0), InlineData(1), InlineData(2), InlineData(7), InlineData(8), InlineData(9), InlineData(0xFF)]
    public void No_reason_whatever_takes_a_door_offline(int why)
    {
        using var link = Online(out var told);
        link.Ask(OsdpCommand.Led, [0], TimeSpan.MaxValue);
        Answer(link, OsdpReply.Nak, [(byte)why], out _);
        Answer(link, OsdpReply.RawCard, OsdpContent.Card("1010"), out var now);
        Assert.Single(told.OfType<OsdpEvent.Card>());
        Assert.True(link.IsUp);
    }

    [Fact]
    public void Of_commands_that_came_together_only_the_last_is_answered()
    {
        var identify = OsdpFrame.Plain(5, false, 0, (byte)OsdpCommand.Identify, [0]).Encode();
        var capabilities = OsdpFrame.Plain(5, false, 0, (byte)OsdpCommand.Capabilities, [0]).Encode();
        var answers = new OsdpFramer().Feed(_device.Receive([.. identify, .. capabilities], TimeSpan.Zero), TimeSpan.Zero);
        Assert.Equal((byte)OsdpReply.Capabilities, Assert.Single(answers).Code);
    }

    [Theory, InlineData("7F80250000"), InlineData("0081250000"), InlineData("0580"), InlineData("058025000000"), InlineData("0500000000")]
    public void A_reader_goes_to_no_address_or_rate_that_there_is_not_and_nowhere_without_its_channel(string content)
    {
        using var open = new OsdpDevice(5, null, bytes => bytes.AsSpan().Fill(7)) { AllowsClear = true };
        var asked = OsdpFrame.Plain(5, false, 0, (byte)OsdpCommand.SetCommunication, Convert.FromHexString(content)).Encode();
        var answer = Assert.Single(new OsdpFramer().Feed(open.Receive(asked, TimeSpan.Zero), TimeSpan.Zero));
        Assert.Equal(((byte)OsdpReply.Nak, (byte)OsdpNak.Record), (answer.Code, answer.Content[0]));
        Assert.Null(open.Move());

        var right = OsdpFrame.Plain(5, false, 0, (byte)OsdpCommand.SetCommunication, OsdpContent.Communication(6, 9600)).Encode();
        var refused = Assert.Single(new OsdpFramer().Feed(_device.Receive(right, TimeSpan.Zero), TimeSpan.Zero));
        Assert.Equal((byte)OsdpNak.EncryptionRequired, refused.Content[0]);
        Assert.Null(_device.Move());
    }

    [Fact]
    public void No_bytes_whatever_break_the_reader() =>
        Gen.Select(Gen.Byte[0, 0x7E], Gen.Int[0, 3], Gen.Byte, Gen.Byte.Array[0, 40], Gen.Byte[0x10, 0x18]).Sample(
            (address, sequence, code, content, security) =>
            {
                using var device = new OsdpDevice(address, OsdpWorld.Key, bytes => bytes.AsSpan().Fill(7));
                var frame = new OsdpFrame(address, false, sequence, true, security == 0x10 ? null : (OsdpSecurity)security, content.Length > 4 ? [1] : [], code, content);
                device.Receive(frame.Encode(_ => [1, 2, 3, 4]), TimeSpan.Zero);
                Assert.False(device.IsSecure);
            },
            iter: Fuzz.Sample);

    private static OsdpLink Online(out List<OsdpEvent> told)
    {
        List<OsdpEvent> list = [];
        var link = new OsdpLink(OsdpWorld.Settings(0, secure: false), OsdpKeyRing.Empty, _ => { }, list.Add);
        Answer(link, OsdpReply.Identity, new byte[12], out _);
        Answer(link, OsdpReply.Capabilities, [], out _);
        Answer(link, OsdpReply.LocalStatus, [0, 0], out _);
        told = list;
        return link;
    }

    private static void Answer(OsdpLink link, OsdpReply reply, byte[] content, out TimeSpan now)
    {
        now = link.Due > TimeSpan.FromMinutes(1) ? link.Due : TimeSpan.FromMinutes(1);
        var asked = new OsdpFramer().Feed(link.Next(now)!, now)[0];
        Assert.True(link.Take(OsdpFrame.Plain(0, isReply: true, asked.Sequence, (byte)reply, content), now));
    }

    private OsdpFrame? Ask(OsdpFrame command) =>
        new OsdpFramer().Feed(_device.Receive(command.Encode(), TimeSpan.Zero), TimeSpan.Zero) is [var answer] ? answer : null;
}
