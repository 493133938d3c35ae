using System.Text;
using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

public class JournalTests
{
    private static readonly Moment At = new(TimeSpan.FromSeconds(5), World.Nine, ClockTrust.Trusted);
    private static readonly byte[] Salt = [.. Enumerable.Range(1, 16).Select(index => (byte)index)];
    private static readonly JournalFact Fact = new JournalFact.AccessTaken(new("street"), Direction.In) { Who = new(new("m-01"), new("b1")) };

    [Fact]
    public void The_canonical_bytes_do_not_change()
    {
        var line = JournalCodec.Encode(new(1, At, Fact), JournalCodec.Genesis, Salt);
        Assert.Equal(
            """{"v":1,"seq":1,"prev":"0000000000000000000000000000000000000000000000000000000000000000","up":5000,"wall":1772438400000,"trust":"Trusted","fact":{"kind":"AccessTaken","door":"street","direction":"In"},"who":"WHO"}"""
                .Replace("WHO", Commitment(), StringComparison.Ordinal),
            Encoding.UTF8.GetString(line.Public));
    }

    [Fact]
    public void Every_flipped_byte_of_a_record_breaks_the_chain()
    {
        var first = JournalCodec.Encode(new(1, At, Fact), JournalCodec.Genesis, Salt);
        var second = JournalCodec.Encode(new(2, At, new JournalFact.DayClosed(new(2026, 3, 2))), first.Hash, []);
        for (var index = 0; index < first.Public.Length; index++)
        {
            var flipped = first.Public.ToArray();
            flipped[index] ^= 1;
            var chain = new JournalChain();
            Assert.True(
                chain.TryAccept(flipped, [], out _) is not null || chain.TryAccept(second.Public, [], out _) is not null, $"byte {index}");
        }
    }

    [Fact]
    public void A_person_can_be_erased_and_the_chain_still_holds()
    {
        var line = JournalCodec.Encode(new(1, At, Fact), JournalCodec.Genesis, Salt);
        Assert.Null(new JournalChain().TryAccept(line.Public, [], out var erased));
        Assert.Null(erased!.Fact.Who);
        Assert.Null(new JournalChain().TryAccept(line.Public, line.Personal, out var whole));
        Assert.Equal(Fact, whole!.Fact);
        Assert.DoesNotContain("m-01", Encoding.UTF8.GetString(line.Public), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_person_in_the_place_of_the_committed_one_is_refused()
    {
        var line = JournalCodec.Encode(new(1, At, Fact), JournalCodec.Genesis, Salt);
        var forged = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(line.Personal).Replace("m-01", "m-02", StringComparison.Ordinal));
        Assert.Contains("commits", new JournalChain().TryAccept(line.Public, forged, out _), StringComparison.Ordinal);
    }

    [Fact]
    public void Identifiers_of_people_print_redacted() =>
        Assert.Equal("holder:*** booking:*** credential:***", $"{new HolderRef("x")} {new BookingId("x")} {new CredentialToken("x")}");

    [Fact]
    public void A_card_is_kept_as_keyed_hash_of_its_length_and_bits()
    {
        // HMAC-SHA-256, key 32 bytes of 0x0b, message "26:01111111111111111111111111", computed with openssl dgst -mac HMAC.
        var key = new IdentifierKey(Enumerable.Repeat((byte)0x0b, 32).ToArray());
        Assert.Equal("465e129a59d05730c6a69aec5b7acb8aaee0490ad0e7408cedce4ce39f9c2441", key.Tokenise("01111111111111111111111111").Value);
        Assert.Throws<ArgumentException>(() => new IdentifierKey([1, 2, 3]));
    }

    private static string Commitment() => Convert.ToHexStringLower(
        System.Security.Cryptography.HMACSHA256.HashData(Salt, Encoding.UTF8.GetBytes("m-01\nb1")));
}
