using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Hardware.Tests;

public sealed class OsdpSignalTests
{
    [Theory, InlineData(ReaderSignal.Granted, OsdpColour.Green), InlineData(ReaderSignal.Denied, OsdpColour.Red), InlineData(ReaderSignal.HeldOpenWarning, OsdpColour.Amber)]
    public void Every_signal_is_a_light_and_a_sound_that_end_by_themselves(ReaderSignal signal, OsdpColour colour)
    {
        var asked = OsdpSignals.Of(signal).ToArray();
        Assert.Equal([OsdpCommand.Led, OsdpCommand.Buzzer], asked.Select(one => one.Command));
        var light = asked[0].Content;
        Assert.Equal((14, 2, (byte)colour), (light.Length, light[2], light[5]));
        Assert.InRange(light[7], 1, 60);
        Assert.InRange(asked[1].Content[4], 1, 10);
    }

    [Fact]
    public void A_text_is_cut_to_what_a_display_takes() =>
        Assert.Equal((6 + 32, 32), (OsdpContent.Text(new('a', 100), TimeSpan.FromSeconds(5)).Length, OsdpContent.Text(new('a', 100), TimeSpan.FromSeconds(5))[5]));
}
