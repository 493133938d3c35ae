using System.Text.Json;
using CsCheck;
using Xunit;

namespace EdgeNode.Hardware.Tests;

/// <summary>OSDP 2.2 annex E, and captures of two foreign peers (SIA libosdp-conformance 1.33-2).</summary>
public sealed class OsdpCodecTests
{
    private static readonly byte[] ControllerRandom = Convert.FromHexString("B0B1B2B3B4B5B6B7");
    private static readonly byte[] ReaderRandom = Convert.FromHexString("A0A1A2A3A4A5A6A7");

    [Theory, InlineData("537F0D00046E0080250000", "6E38"), InlineData("53000900046100", "C066")]
    public void The_CRC_of_the_standard(string message, string crc)
    {
        var value = OsdpCheck.Crc(Convert.FromHexString(message));
        Assert.Equal(crc, Convert.ToHexString([(byte)value, (byte)(value >> 8)]));
    }

    [Theory, InlineData("537F0C00006E0080250000", 0x0F), InlineData("53000800006100", 0x44)]
    public void The_checksum_of_the_standard(string message, int sum) => Assert.Equal(sum, OsdpCheck.Sum(Convert.FromHexString(message)));

    [Fact]
    public void The_secure_channel_of_the_standard()
    {
        using var session = new OsdpSession(OsdpKey.Default.Bytes, ControllerRandom);
        var server = session.ServerCryptogram(ControllerRandom, ReaderRandom);
        Assert.Equal("26D3356E07762D262801FC8E6665A891", Convert.ToHexString(server));
        Assert.Equal("FDE5D2F428EC16312471EA3C02BD7796", Convert.ToHexString(session.ClientCryptogram(ControllerRandom, ReaderRandom)));
        Assert.Equal("B2A30057EB98BA2229EC1F875662B524", Convert.ToHexString(session.InitialMac(server)));
    }

    [Theory, InlineData("1-poll-cycle.osdpcap", 16), InlineData("2-lstatr-power.osdpcap", 2)]
    public void A_foreign_capture_is_read_and_written_again_to_the_byte(string capture, int messages)
    {
        var lines = Capture(capture);
        Assert.Equal(messages, lines.Length);
        var framer = new OsdpFramer();
        foreach (var bytes in lines)
        {
            var frame = Assert.Single(framer.Feed(bytes, TimeSpan.Zero));
            Assert.Equal(bytes[1..], frame.Encode());
        }
    }

    [Fact]
    public void What_is_encoded_is_decoded_the_same() => Frames().Sample(frame =>
    {
        var bytes = frame.Encode();
        var read = Assert.Single(new OsdpFramer().Feed(bytes, TimeSpan.Zero));
        Assert.Equal((frame.Address, frame.IsReply, frame.Sequence, frame.UsesCrc, frame.Code), (read.Address, read.IsReply, read.Sequence, read.UsesCrc, read.Code));
        Assert.Equal(frame.Content, read.Content);
    }, iter: Fuzz.Sample);

    [Fact]
    public void Every_single_flipped_bit_is_refused() => Gen.Select(Frames(), Gen.Int[0, 10_000]).Sample((frame, at) =>
    {
        var bytes = frame.Encode();
        // The bit that says which check it is, flipped, may by chance find the other check right.
        var bit = at % (bytes.Length * 8);
        if (frame.UsesCrc && bit != (4 * 8) + 2)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.DoesNotContain(new OsdpFramer().Feed(bytes, TimeSpan.Zero), read => read.Content.Length == frame.Content.Length);
        }
    }, iter: Fuzz.Sample);

    [Fact]
    public void A_message_is_found_behind_noise_and_wherever_it_is_split() =>
        Gen.Select(Gen.Byte.Array[0, 12].Where(noise => !noise.Contains(OsdpFrame.Start)), Frames(), Gen.Int[0, 2000]).Sample((noise, frame, split) =>
        {
            byte[] bytes = [.. noise, .. frame.Encode()];
            var framer = new OsdpFramer();
            var cut = split % bytes.Length;
            Assert.Single(framer.Feed(bytes.AsSpan(0, cut), TimeSpan.Zero).Concat(framer.Feed(bytes.AsSpan(cut), TimeSpan.FromMilliseconds(19))));
        }, iter: Fuzz.Sample);

    [Fact]
    public void Half_a_message_is_given_up_after_20_ms_and_the_next_is_found()
    {
        var poll = OsdpFrame.Plain(3, isReply: false, 1, (byte)OsdpCommand.Poll, []).Encode();
        var framer = new OsdpFramer();
        var text = OsdpFrame.Plain(3, isReply: false, 1, (byte)OsdpCommand.Text, new byte[100]).Encode();
        Assert.Empty(framer.Feed(text.AsSpan(0, 50), TimeSpan.Zero));
        Assert.Single(framer.Feed(poll, TimeSpan.FromMilliseconds(21)));
    }

    [Theory, InlineData(1440, true), InlineData(1441, false)]
    public void A_message_of_1440_bytes_is_read_and_one_of_1441_is_not(int length, bool isRead)
    {
        var bytes = OsdpFrame.Plain(0, isReply: false, 0, (byte)OsdpCommand.Text, new byte[length - 8]).Encode();
        Assert.Equal((length, isRead), (bytes.Length, new OsdpFramer().Feed(bytes, TimeSpan.Zero).Count == 1));
    }

    [Fact]
    public void No_bytes_whatever_break_the_framer_or_fill_the_memory() => Gen.Byte.Array[0, 4000].Sample(bytes =>
    {
        var framer = new OsdpFramer();
        framer.Feed(bytes, TimeSpan.Zero);
        framer.Feed([], TimeSpan.FromSeconds(1));
        Assert.False(framer.IsInside);
    }, iter: Fuzz.Sample);

    [Fact]
    public void A_channel_opens_what_the_other_end_sealed_in_both_directions_and_nothing_else() =>
        Gen.Select(Gen.Byte.Array[0, 200], Gen.Byte.Array[0, 200]).Sample((command, reply) =>
        {
            using var controller = Begun();
            using var reader = Begun();
            var there = Decode(controller.Seal(isReply: false, 5, 1, (byte)OsdpCommand.Text, command));
            Assert.Equal(command, reader.Open(there));
            var back = Decode(reader.Seal(isReply: true, 5, 1, (byte)OsdpReply.RawCard, reply));
            Assert.Equal(reply, controller.Open(back));
            Assert.Null(reader.Open(there));
        }, iter: Fuzz.Sample);

    [Theory, InlineData("00000000000000000000000000000000"), InlineData("000102030405060708090A0B0C0D0E0F"), InlineData("303132333435363738393A3B3C3D3E3F")]
    [InlineData("FFFEFDFCFBFAF9F8F7F6F5F4F3F2F1F0"), InlineData("ABCD"), InlineData("zz"), InlineData("A5A5A5A5A5A5A5A5A5A5A5A5A5A5A5A5")]
    public void A_key_that_others_guess_is_refused_with_its_cure(string hex) =>
        Assert.Contains("openssl rand", OsdpKey.Read(hex).Trouble, StringComparison.Ordinal);

    [Fact]
    public void Each_reader_and_each_generation_has_a_key_of_its_own_and_none_is_printed()
    {
        byte[] secret = [.. Enumerable.Range(0, 32).Select(value => (byte)value)];
        var keys = new[] { OsdpKey.Derive(secret, "a", 1), OsdpKey.Derive(secret, "a", 2), OsdpKey.Derive(secret, "b", 1) };
        Assert.Equal(3, keys.Distinct().Count());
        Assert.All(keys, key => Assert.False(key.IsWeak));
        Assert.All(keys, key => Assert.Equal("key:***", $"{key}"));
    }

    [Fact]
    public void A_card_of_any_length_up_to_128_bits_comes_back_bit_by_bit_and_no_content_breaks_the_reading()
    {
        Gen.Char["01"].Array[1, 128].Select(bits => new string(bits)).Sample(bits => OsdpContent.CardBits(OsdpContent.Card(bits)) == bits, iter: Fuzz.Sample);
        Gen.Byte.Array[0, 64].Sample(
            content =>
            {
                Assert.InRange(OsdpContent.CardBits(content)?.Length ?? 0, 0, OsdpContent.MostCardBits);
                Assert.InRange(OsdpContent.FormattedCardBits(content)?.Length ?? 0, 0, OsdpContent.MostCardBits);
                OsdpContent.Keys(content);
            },
            iter: Fuzz.Sample);
    }

    [Fact]
    public void Keys_come_back_as_pressed() => Assert.Equal("12*90#", OsdpContent.Keys(OsdpContent.Keypad("12*90#")));

    [Fact]
    public void A_trace_is_written_as_the_captures_are_and_read_back()
    {
        using var text = new StringWriter();
        new OsdpTrace(text, new EdgeNode.Hardware.Simulated.SimulatedTime(new(2025, 3, 3, 8, 0, 0, TimeSpan.Zero))).Sent([0xFF, 0x53, 0x00]);
        using var line = JsonDocument.Parse(text.ToString());
        Assert.Equal(
            ["1740988800", "000000000", "out", " ff 53 00", "1"],
            new[] { "timeSec", "timeNano", "io", "data", "osdpTraceVersion" }.Select(key => line.RootElement.GetProperty(key).GetString()));
    }

    private static OsdpFrame Decode(byte[] bytes) => Assert.Single(new OsdpFramer().Feed(bytes, TimeSpan.Zero));

    private static OsdpSession Begun()
    {
        var session = new OsdpSession(OsdpWorld.Key.Bytes, ControllerRandom);
        session.Begin(session.InitialMac(session.ServerCryptogram(ControllerRandom, ReaderRandom)));
        return session;
    }

    private static Gen<OsdpFrame> Frames() =>
        Gen.Select(Gen.Byte[0, 0x7F], Gen.Bool, Gen.Int[0, 3], Gen.Bool, Gen.Byte, Gen.Byte.Array[0, 300])
            .Select((address, isReply, sequence, usesCrc, code, content) => OsdpFrame.Plain(address, isReply, sequence, code, content, usesCrc));

    private static byte[][] Capture(string name)
    {
        using var file = typeof(OsdpCodecTests).Assembly.GetManifestResourceStream(name)!;
        using var text = new StreamReader(file);
        return [.. text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            using var read = JsonDocument.Parse(line);
            return Convert.FromHexString(read.RootElement.GetProperty("data").GetString()!.Replace(" ", "", StringComparison.Ordinal));
        })];
    }
}
