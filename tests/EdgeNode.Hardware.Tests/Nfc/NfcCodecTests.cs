using Xunit;

namespace EdgeNode.Hardware.Tests;

/// <summary>Frames and check values against published examples, and against noise.</summary>
public sealed class NfcCodecTests
{
    // ISO/IEC 14443-3, annex B: the two examples of CRC_A.
    [Theory, InlineData("0000", 0x1EA0), InlineData("1234", 0xCF26)]
    public void The_check_value_is_that_of_the_standard(string bytes, int crc)
    {
        Assert.Equal(crc, Iso14443.Crc(Convert.FromHexString(bytes)));
        Assert.Equal(bytes, Convert.ToHexString(Iso14443.WithoutCrc(Iso14443.WithCrc(Convert.FromHexString(bytes)))!));
    }

    // UM0701-02: GetFirmwareVersion and what a chip of version 1.6 answers; a card of Mifare 1K as read from a chip.
    [Theory]
    [InlineData("0000FF02FED4022A00", "D402")]
    [InlineData("0000FF06FAD50332010607E800", "D50332010607")]
    [InlineData("0000FF0CF4D54B0101000408 04CB98A605C000", "D54B010100040804CB98A605")]
    public void A_frame_is_read_and_written_as_published(string frame, string content)
    {
        var bytes = Convert.FromHexString(frame.Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(bytes.Length - 1, Pn532Frame.Read(bytes, out var read));
        Assert.Equal(content, Convert.ToHexString(read!));
    }

    [Fact]
    public void Whatever_stands_before_a_frame_and_however_it_is_cut_it_is_found_and_noise_is_none()
    {
        var random = new Random(532);
        for (var input = 0L; input < Fuzz.Sample; input++)
        {
            var content = new byte[random.Next(1, Pn532Frame.Longest + 1)];
            var noise = new byte[random.Next(40)];
            random.NextBytes(content);
            random.NextBytes(noise);
            noise.AsSpan().Replace((byte)0xFF, (byte)0xFE);
            byte[] bytes = [.. noise, .. Pn532Frame.Write(content)];
            var cut = random.Next(bytes.Length - 1);
            var left = bytes[Pn532Frame.Read(bytes.AsSpan(0, cut), out var early)..];
            Assert.Null(early);
            Pn532Frame.Read(left, out var found);
            Assert.Equal(content, found);

            // A turned bit is never another content.
            bytes[noise.Length + 5 + random.Next(content.Length)] ^= (byte)(1 << random.Next(8));
            Pn532Frame.Read(bytes, out var wrong);
            Assert.NotEqual(content, wrong);
        }
    }

    [Fact]
    public void Noise_on_the_wires_of_a_chip_is_never_a_card_and_never_hangs()
    {
        for (var seed = 0; seed < Math.Max(20, Fuzz.Sample / 1_000); seed++)
        {
            using var chip = new Mfrc522(new NoisySpi(seed));
            var trouble = Record.Exception(() => Assert.Null(chip.Begin() is null ? null : chip.FindCard()));
            Assert.True(trouble is null or NfcTroubleException or NfcCardLostException, trouble?.ToString());
        }
    }
}
