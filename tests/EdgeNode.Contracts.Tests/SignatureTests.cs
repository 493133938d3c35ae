namespace EdgeNode.Contracts.Tests;

public sealed class SignatureTests
{
    private static readonly VerifyingKey Network = new(Samples.NetworkKey.PublicHex);
    private static readonly VerifyingKey Site = new(Samples.SiteKey.PublicHex);

    [Fact]
    public void A_seed_gives_the_public_key_of_RFC_8032() =>
        Assert.Equal("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", Samples.NetworkKey.PublicHex);

    [Fact]
    public void A_signed_letter_is_known_by_its_signer_only()
    {
        Assert.True(Network.Signed(Samples.Packed.Head));
        Assert.False(Site.Signed(Samples.Packed.Head));
        Assert.True(Site.Signed(Samples.Manifest));
        Assert.False(Network.Signed(Samples.Manifest));
    }

    [Fact]
    public void A_letter_without_signature_is_not_signed() =>
        Assert.False(Network.Signed(Samples.Packed.Head with { Signature = null }));

    [Fact]
    public void A_signature_in_capitals_is_not_taken() =>
        Assert.False(Network.Signed(Samples.Packed.Head with { Signature = Samples.Packed.Head.Signature!.ToUpperInvariant() }));

    [Fact]
    public void Any_flipped_bit_of_a_policy_head_is_refused() => RefusesEveryFlip(Samples.Packed.Head, Network);

    [Fact]
    public void Any_flipped_bit_of_a_usage_manifest_is_refused() => RefusesEveryFlip(Samples.Manifest, Site);

    [Fact]
    public void Any_flipped_bit_of_a_command_is_refused() => RefusesEveryFlip(Samples.Command, Network);

    [Fact]
    public void A_flipped_byte_in_any_part_is_refused()
    {
        var part = Samples.Packed.Parts[0];
        for (var at = 0; at < part.Bytes.Length; at++)
        {
            byte[] bytes = [.. part.Bytes];
            bytes[at] ^= 1;
            Assert.Throws<LetterException>(() => PolicyPacking.Join(Samples.Packed.Head, [part with { Bytes = bytes }]));
        }
    }

    [Fact]
    public void Parts_in_any_order_make_up_the_letter_that_was_cut()
    {
        var packed = PolicyPacking.Pack(Samples.Policy, Samples.NetworkKey, slice: 50);
        Assert.True(packed.Parts.Count > 3);
        Assert.Equal(packed.Letter, PolicyPacking.Join(packed.Head, packed.Parts.Reverse()));
        Assert.Throws<LetterException>(() => PolicyPacking.Join(packed.Head, packed.Parts.Skip(1)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_key_of_another_length_is_refused_with_the_cure(int length)
    {
        Assert.Contains("openssl", Assert.Throws<ArgumentException>(() => new SigningKey(new byte[length])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new VerifyingKey(new byte[length]));
    }

    private static void RefusesEveryFlip<T>(T letter, VerifyingKey key)
        where T : SignedLetter
    {
        var bytes = LetterCodec.Encode(letter);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            byte[] flipped = [.. bytes];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(IsTaken<T>(flipped, key), $"bit {bit} can be flipped");
        }
    }

    private static bool IsTaken<T>(byte[] bytes, VerifyingKey key)
        where T : SignedLetter
    {
        try
        {
            return key.Signed(LetterCodec.Decode<T>(bytes));
        }
        catch (LetterException)
        {
            return false;
        }
    }
}
