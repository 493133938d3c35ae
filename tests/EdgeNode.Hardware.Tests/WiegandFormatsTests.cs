using CsCheck;
using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Hardware.Tests;

public sealed class WiegandFormatsTests
{
    public static TheoryData<string, string> Rows() => [.. WiegandVector.Rows.Select(row => (row.Format, row.Bits))];

    public static TheoryData<string> Names() => [.. WiegandFormats.All.Keys];

    [Theory, MemberData(nameof(Rows))]
    public void Every_published_card_is_read_as_what_is_printed_on_it(string name, string bits)
    {
        var row = WiegandVector.Rows.First(row => row.Format == name && row.Bits == bits);
        var format = WiegandFormats.All[name];
        Assert.Equal((format, default), WiegandFormats.Check(bits, [format]));
        Assert.Equal(row.Number, format.Number.Read(bits));
        Assert.Equal(row.Facility, format.Facility?.Read(bits) ?? 0);
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_format_is_proved_by_at_least_three_published_cards(string name) =>
        Assert.True(WiegandVector.Rows.Count(row => row.Format == name) >= 3);

    [Theory, MemberData(nameof(Names))]
    public void Every_bit_that_a_format_names_is_inside_the_frame(string name)
    {
        var format = WiegandFormats.All[name];
        var fields = new[] { format.Facility, format.Number }.OfType<BitField>().SelectMany(field => field.Bits);
        Assert.All(format.Parities.SelectMany(parity => parity.Covers.Append(parity.At)).Concat(fields), bit => Assert.InRange(bit, 0, format.Bits - 1));
    }

    [Fact]
    public void All_42_published_formats_are_known_and_only_the_guarded_are_taken_where_nothing_is_said()
    {
        Assert.Equal(42, WiegandFormats.All.Count);
        Assert.Equal(23, WiegandFormats.Usual.Count);
        Assert.All(WiegandFormats.Usual, name => Assert.NotEmpty(WiegandFormats.All[name].Parities));
    }

    [Theory, MemberData(nameof(Rows))]
    public void Every_single_flipped_bit_of_a_guarded_frame_is_refused(string name, string bits)
    {
        var format = WiegandFormats.All[name];
        foreach (var bit in format.Parities.SelectMany(parity => parity.Covers.Append(parity.At)).Distinct())
        {
            Assert.Equal((null, ReadFault.Parity), WiegandFormats.Check(Flip(bits, bit), [format]));
        }
    }

    [Fact]
    public void Every_single_flipped_bit_of_26_is_refused_even_when_all_formats_are_expected()
    {
        foreach (var row in WiegandVector.Rows.Where(row => row.Bits.Length == 26))
        {
            for (var bit = 0; bit < 26; bit++)
            {
                Assert.Equal((null, ReadFault.Parity), WiegandFormats.Check(Flip(row.Bits, bit), [.. WiegandFormats.All.Values]));
            }
        }
    }

    [Fact]
    public void A_length_that_no_expected_format_has_is_refused_as_length()
    {
        var lengths = WiegandFormats.All.Values.Select(format => format.Bits).ToHashSet();
        Gen.Char["01"].Array[0, 140].Select(chars => new string(chars)).Where(bits => !lengths.Contains(bits.Length)).Sample(
            bits => WiegandFormats.Check(bits, [.. WiegandFormats.All.Values]) == (null, ReadFault.Length));
        Assert.Equal((null, ReadFault.Length), WiegandFormats.Check(new('0', 34), [WiegandFormats.All["H10301"]]));
    }

    private static string Flip(string bits, int at) =>
        string.Concat(bits.Select((bit, index) => index != at ? bit : bit == '1' ? '0' : '1'));
}
