using System.Text;

namespace EdgeNode.Contracts.Tests;

public sealed class PolicyLetterReaderTests
{
    private static readonly PolicyLetter Letter = Samples.Policy with
    {
        Bookings = [.. Enumerable.Range(0, 50).Select(number => new PolicyBooking($"b-{number}", number % 7 == 0 ? "h \"\u00e9\" 0" : $"h-{number % 3}", new string('d', number * 5), number, number + 1,
            number % 3 == 0 ? null : number, number % 4 == 0 ? ["g-1", "g-2"] : [], number % 5 == 0))],
    };

    private static string Text => Encoding.UTF8.GetString(LetterCodec.Encode(Letter));

    [Fact]
    public void Row_by_row_it_is_the_same_letter()
    {
        var (rest, rows) = Read(Text);
        Assert.Equal(Text, Written(rows));
        Assert.Empty(rest.Bookings);
        Assert.Equal(LetterCodec.Encode(Letter with { Bookings = [] }), LetterCodec.Encode(rest));
    }

    [Fact]
    public void It_is_the_same_letter_where_rows_and_what_stands_before_them_are_larger_than_what_is_read_at_once()
    {
        var guests = Enumerable.Range(0, 40_000).Select(number => $"guest-{number}").ToArray();
        var holders = Enumerable.Range(0, 10_000).Select(number => Samples.Policy.Holders[0] with { Ref = $"holder-{number}" }).ToArray();
        var large = Letter with { Holders = holders, Bookings = [.. Enumerable.Range(0, 5_000).Select(number => Letter.Bookings[number % 50] with { Id = $"b-{number}", Guests = number % 2_000 == 7 ? guests : [] })] };
        var rows = new List<PolicyBooking?>();
        var rest = PolicyLetterReader.Read(new MemoryStream(LetterCodec.Encode(large)), rows.Add);
        Assert.Equal(LetterCodec.Encode(large), LetterCodec.Encode(rest with { Bookings = rows! }));
    }

    [Theory]
    [InlineData("""{"id":"b-1","holder":"h-1",""", """ { "holder" : "h-1" , "id":"b-1",""")]
    [InlineData("\"bookings\":[{", "\"bookings\": [ {")]
    [InlineData("\"id\":\"b-1\"", "\"\\u0069d\":\"b-\\u0031\"")]
    public void Spaces_escapes_and_another_order_of_members_change_nothing(string usual, string other) =>
        Assert.Equal(Text, Written(Read(Changed(usual, other)).Rows));

    [Fact]
    public void A_null_among_the_rows_is_handed_over_as_one() => Assert.Null(Read(Changed("\"bookings\":[", "\"bookings\":[null,")).Rows[0]);

    [Theory]
    [InlineData("\"holder\":\"h-1\",", "")]
    [InlineData("\"holder\":\"h-1\",", "\"holder\":null,")]
    [InlineData("\"holder\":\"h-1\",", "\"holder\":\"h-1\",\"holder\":\"h-2\",")]
    [InlineData("\"holder\":\"h-1\",", "\"holder\":\"h-1\",\"tables\":3,")]
    [InlineData("\"start\":1,", "\"start\":1.5,")]
    [InlineData("\"start\":1,", "\"start\":01,")]
    [InlineData("\"start\":1,", "\"start\":+1,")]
    [InlineData("\"bookings\":[{", "\"bookings\":[,{")]
    [InlineData("}]}", "},]}")]
    [InlineData("},{\"id\":\"b-1\"", "}{\"id\":\"b-1\"")]
    [InlineData("\"id\":\"b-1\"", "\"id\":\"b-\t1\"")]
    [InlineData("\"bookings\":[", "\"bookings\":[],\"bookings\":[")]
    [InlineData("\"bookings\":[", "\"reservations\":[")]
    [InlineData("\"bookings\":[", "\"bookings\":[[],")]
    [InlineData("\"made\":1,", "\"made\":1.5,")]
    [InlineData("\"hostFirst\":false", "\"hostFirst\":0")]
    [InlineData("\"guests\":[]", "\"guests\":null")]
    [InlineData("}]}", "}]")]
    public void What_the_shape_of_the_letter_refuses_is_refused_here_too(string usual, string other)
    {
        var text = Changed(usual, other);
        Assert.Throws<LetterException>(() => LetterCodec.Decode<PolicyLetter>(Encoding.UTF8.GetBytes(text)));
        Assert.Throws<LetterException>(() => Read(text));
    }

    [Fact]
    public void Another_version_is_named_before_anything_else() => Assert.Throws<LetterVersionException>(() => Read(Changed("{\"v\":1,", "{\"v\":2,")));

    private static string Written(List<PolicyBooking?> rows) => Encoding.UTF8.GetString(LetterCodec.Encode(Letter with { Bookings = rows! }));

    private static string Changed(string usual, string other)
    {
        var at = Text.IndexOf(usual, StringComparison.Ordinal);
        Assert.True(at >= 0);
        return string.Concat(Text.AsSpan(0, at), other, Text.AsSpan(at + usual.Length));
    }

    private static (PolicyLetter Letter, List<PolicyBooking?> Rows) Read(string text)
    {
        var rows = new List<PolicyBooking?>();
        return (PolicyLetterReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), rows.Add), rows);
    }
}
