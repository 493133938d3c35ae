using System.Threading.Channels;
using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Hardware.Tests;

public class KeypadEntryTests
{
    [Theory]
    [InlineData("1234#", "1234")]
    [InlineData("12*34#", "34")]
    [InlineData("#", "")]
    [InlineData("*#", "")]
    [InlineData("1#2#", "1 2")]
    [InlineData("1234", "")]
    [InlineData("1234567890123456#", "1234567890123456")]
    [InlineData("12345678901234567#", "")]
    [InlineData("12_34#", "34")]
    public void A_code_ends_with_its_hash_and_begins_anew_with_a_star_or_when_it_is_too_long(string keys, string codes) =>
        Assert.Equal(codes, string.Join(' ', Codes(keys, TimeSpan.FromSeconds(1)).Select(code => code.Code.Digits)));

    [Fact]
    public void After_a_pause_of_more_than_five_seconds_keys_begin_a_new_code()
    {
        Assert.Equal("1234", Assert.Single(Codes("1234#", TimeSpan.FromSeconds(5))).Code.Digits);
        Assert.Empty(Codes("1234#", TimeSpan.FromSeconds(5.1)));
    }

    [Fact]
    public void It_says_when_its_last_key_was_pressed_and_prints_no_digit()
    {
        var code = Assert.Single(Codes("12#", TimeSpan.FromSeconds(1)));
        Assert.Equal((new AccessPointId("in"), TimeSpan.FromSeconds(3)), (code.AccessPoint, code.EnteredAt));
        Assert.DoesNotContain("12", $"{code with { Token = new("t") }}", StringComparison.Ordinal);
    }

    private static SiteEvent.CodeEntered[] Codes(string keys, TimeSpan apart)
    {
        var events = Channel.CreateUnbounded<SiteEvent>();
        var entry = new KeypadEntry(new("in"), Board.Key, events.Writer);
        for (var index = 0; index < keys.Length; index++)
        {
            entry.Press(keys[index], apart * (index + 1));
        }

        return [.. events.Reader.ReadAllAvailable().Cast<SiteEvent.CodeEntered>()];
    }
}
