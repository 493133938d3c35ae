using Xunit;

namespace EdgeNode.Hardware.Tests;

public sealed class GpioChipsTests
{
    [Theory, InlineData(GpioChips.Header), InlineData("pinctrl-rp1")]
    public void A_machine_without_pins_is_told_what_is_missing_and_what_to_do(string label)
    {
        Assert.SkipWhen(Directory.EnumerateFiles("/dev", "gpiochip*").Any(), "this machine has a GPIO chip");
        var failure = Assert.Throws<HardwareMissingException>(() => GpioChips.Open(label));
        Assert.Contains("/dev/gpiochip0", failure.Message, StringComparison.Ordinal);
        Assert.Contains("gpio: none", failure.Message, StringComparison.Ordinal);
    }
}
