using CsCheck;

namespace EdgeNode.Contracts.Tests;

public sealed class PolicyDiffingTests
{
    private static readonly PolicyLetter Large = Samples.Policy with
    {
        Bookings = [.. Enumerable.Range(0, 2_000).Select(number => new PolicyBooking($"b-{number}", $"h-{number % 50}", $"d-{number % 9}", number, number + 1, null, [], false))],
    };

    [Fact]
    public void One_booking_more_one_less_and_one_moved_are_a_few_hundred_bytes()
    {
        var old = PolicyPacking.Pack(Large, Samples.NetworkKey);
        var bookings = Large.Bookings.ToList();
        bookings[700] = bookings[700] with { End = 9_999 };
        bookings.RemoveAt(300);
        bookings.Insert(1_000, new("b-new", "h-1", "d-1", 999, 1_000, 5, ["h-2"], true));
        var policy = PolicyPacking.Pack(Large with { Version = 8, Bookings = bookings }, Samples.NetworkKey);
        var delta = PolicyPacking.Diff(old.Letter, policy)!;
        Assert.InRange(delta.Bytes.Length, 1, policy.Letter.Length / 100);
        Assert.Equal((8, old.Head.Hash), (delta.Version, delta.From));
        Assert.Equal(policy.Letter, PolicyPacking.Join(policy.Head, old.Letter, delta));
    }

    [Fact]
    public void Whatever_two_letters_hold_the_difference_makes_one_of_the_other() =>
        Gen.Select(Gen.Int[0, 5].Array[0, 60], Gen.Int[0, 5].Array[0, 60]).Sample((one, other) =>
        {
            var (old, letter) = (Bytes(one), Bytes(other));
            return PolicyDiffing.Apply(old, PolicyDiffing.Write(old, letter), letter.Length).SequenceEqual(letter);
        });

    [Fact]
    public void A_damaged_difference_and_one_on_another_letter_never_pass()
    {
        var old = PolicyPacking.Pack(Samples.Policy, Samples.NetworkKey).Letter;
        var policy = PolicyPacking.Pack(Samples.Policy with { Version = 8 }, Samples.NetworkKey);
        var runs = PolicyDiffing.Write(old, policy.Letter);
        for (var bit = 0; bit < runs.Length * 8; bit++)
        {
            var damaged = runs.ToArray();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<LetterException>(() => PolicyPacking.Join(policy.Head, old, new(8, "", LetterBrotli.Compress(damaged))));
        }

        Assert.Throws<LetterException>(() => PolicyPacking.Join(policy.Head, old[1..], new(8, "", LetterBrotli.Compress(runs))));
        Assert.Throws<LetterException>(() => PolicyPacking.Join(policy.Head, old, new(8, "", LetterBrotli.Compress([.. runs, 0]))));
        Assert.Throws<LetterException>(() => PolicyPacking.Join(policy.Head with { Size = int.MaxValue }, old, new(8, "", LetterBrotli.Compress(runs))));
    }

    [Fact]
    public void What_would_be_as_long_as_the_whole_comes_whole() =>
        Assert.Null(PolicyPacking.Diff([1, 2, 3], PolicyPacking.Pack(Samples.Policy, Samples.NetworkKey)));

    // Few kinds of rows, so that the same stand in both, some of them shorter than any that is looked up.
    private static byte[] Bytes(int[] rows) => [.. rows.SelectMany(row => System.Text.Encoding.UTF8.GetBytes($"{{\"id\":\"{new string('x', row * 7)}{row}\"}},"))];
}
