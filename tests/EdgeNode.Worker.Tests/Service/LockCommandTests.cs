using System.Device.Gpio;
using EdgeNode.Hardware.Simulated;

namespace EdgeNode.Worker.Tests;

public sealed class LockCommandTests
{
    private const int Pin = 17;
    private readonly SimulatedTime _time = new(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    // The table of WIRING.md: the level when locked.
    [Theory]
    [InlineData("failSecure", true, false)]
    [InlineData("failSecure", false, true)]
    [InlineData("failSafe", true, true)]
    [InlineData("failSafe", false, false)]
    public void A_strike_that_a_dead_program_left_released_is_put_into_its_locked_level(string wiring, bool activeHigh, bool locked)
    {
        using var chip = new ScriptedGpioDriver(_time);
        var site = ConfigurationFixture.Read(ConfigurationFixture.With(
            "{ pin: 17, wiring: failSecure }", $"{{ pin: {Pin}, activeHigh: {(activeHigh ? "true" : "false")}, wiring: {wiring} }}")).Configuration!;
        chip.SetInput(Pin, !locked);
        using var output = new StringWriter();

        Assert.Equal(0, LockCommand.Lock(site, _ => new GpioController(chip), output));

        Assert.Equal(locked, chip.IsHigh(Pin));
        Assert.False(chip.IsOpen(Pin));
        Assert.DoesNotContain(chip.Trace, change => change.High != locked);
        Assert.Empty(output.ToString());
    }

    [Fact]
    public void A_rehearsal_without_pins_touches_none()
    {
        var site = ConfigurationFixture.Read(ConfigurationFixture.Minimal + "gpio: none\n").Configuration!;
        using var output = new StringWriter();
        Assert.Equal(0, LockCommand.Lock(site, _ => throw new InvalidOperationException("a pin was touched"), output));
    }
}
