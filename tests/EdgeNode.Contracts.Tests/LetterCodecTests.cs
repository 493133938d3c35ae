using System.Text;

namespace EdgeNode.Contracts.Tests;

public sealed class LetterCodecTests
{
    [Theory]
    [InlineData("""{"v":2,"epoch":"e1","through":3}""")]
    [InlineData("""{"epoch":"e1","through":3}""")]
    [InlineData("""{"v":"1","epoch":"e1","through":3}""")]
    [InlineData("""{"v":1.5,"epoch":"e1","through":3}""")]
    public void A_letter_of_another_version_is_refused_with_the_cure(string text)
    {
        var error = Assert.Throws<LetterVersionException>(() => LetterCodec.Decode<JournalAck>(Encoding.UTF8.GetBytes(text)));
        Assert.Contains("Install", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("""{"v":1""")]
    [InlineData("""{"v":1,"epoch":"e1"}""")]
    [InlineData("""{"v":1,"epoch":null,"through":3}""")]
    [InlineData("""{"v":1,"epoch":"e1","through":3,"through":4}""")]
    [InlineData("""{"v":1,"epoch":"e1","through":"many"}""")]
    public void Bytes_that_are_no_letter_are_refused_in_words(string text) =>
        Assert.Throws<LetterException>(() => LetterCodec.Decode<JournalAck>(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_newer_sender_may_add_a_member_to_a_plain_letter() =>
        Assert.Equal(3, LetterCodec.Decode<JournalAck>("""{"v":1,"epoch":"e1","through":3,"more":{"v":9}}"""u8).Through);

    [Theory]
    [InlineData("\"holders\":[")]
    [InlineData("{\"ref\":")]
    [InlineData("{\"token\":")]
    [InlineData("{\"area\":")]
    public void A_policy_with_a_member_that_is_not_understood_is_refused_at_every_depth(string before)
    {
        var text = Encoding.UTF8.GetString(LetterCodec.Encode(Samples.Policy));
        var at = text.IndexOf(before, StringComparison.Ordinal);
        Assert.True(at > 0);
        at += before[0] == '{' ? 1 : 0;
        var changed = text.Insert(at, "\"onlyOnSundays\":true,");
        Assert.Throws<LetterException>(() => LetterCodec.Decode<PolicyLetter>(Encoding.UTF8.GetBytes(changed)));
    }

    [Fact]
    public void A_decompression_bomb_is_refused_at_its_bound()
    {
        var bomb = LetterBrotli.Compress(new byte[LetterBrotli.DefaultLimit + 1]);
        Assert.True(bomb.Length < 1000);
        Assert.Throws<LetterException>(() => LetterBrotli.Decompress(bomb, LetterBrotli.DefaultLimit));
        Assert.Throws<LetterException>(() => JournalBatchCodec.Unpack(bomb));
        Assert.Throws<LetterException>(() => LetterCodec.Unpack<UsageChunk>(bomb));
    }

    [Fact]
    public void A_letter_of_exactly_the_bound_opens()
    {
        var bytes = new byte[200_000];
        Assert.Equal(bytes, LetterBrotli.Decompress(LetterBrotli.Compress(bytes), bytes.Length));
    }

    [Fact]
    public void A_compressed_letter_cut_at_any_place_is_refused()
    {
        var packed = LetterCodec.Pack(Samples.Chunk);
        for (var length = 0; length < packed.Length; length++)
        {
            Assert.Throws<LetterException>(() => LetterCodec.Unpack<UsageChunk>(packed.AsSpan(0, length)));
        }
    }

    [Fact]
    public void A_compressed_letter_with_something_behind_it_is_refused() =>
        Assert.Throws<LetterException>(() => LetterCodec.Unpack<UsageChunk>([.. LetterCodec.Pack(Samples.Chunk), 0]));

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 2)]
    [InlineData(0, 1)]
    [InlineData(1, long.MaxValue)]
    [InlineData(long.MinValue, long.MaxValue)]
    public void A_batch_whose_lines_do_not_agree_with_its_sequences_is_refused(long first, long last)
    {
        var packed = JournalBatchCodec.Pack(Samples.Batch with { First = first, Last = last });
        Assert.Throws<LetterException>(() => JournalBatchCodec.Unpack(packed));
    }

    [Fact]
    public void Letters_print_no_token_holder_or_booking()
    {
        var printed = $"{Samples.Policy} {Samples.Policy.Holders[0]} {Samples.Policy.Credentials[0]} {Samples.Policy.Bookings[0]} {Samples.Chunk.Sessions[0]}";
        Assert.DoesNotContain("h-1", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("b-1", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("dddd", printed, StringComparison.Ordinal);
    }
}
