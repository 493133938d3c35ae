using System.Device.Gpio;
using System.Threading.Channels;
using EdgeNode.Core;
using EdgeNode.Hardware;

namespace EdgeNode.Device;

/// <summary>
/// Moves strikes on a chip whose every output change the emulator writes down from power-on. A second line is high while a grant
/// lasts, so that the trace itself tells a release that nobody granted.
/// </summary>
internal static class Outputs
{
    private const int LocksHigh = 1;
    private const int LocksLow = 2;
    private const int Grant = 5;

    public static int Run()
    {
        var label = Environment.GetEnvironmentVariable("TRACED") ?? throw new InvalidOperationException("TRACED names no chip.");
        var events = Channel.CreateUnbounded<SiteEvent>();
        using var chip = GpioChips.Open(label);
        chip.OpenPin(Grant, PinMode.Output, PinValue.Low);
        for (var start = 0; start < 3; start++)
        {
            using var high = new StrikeOutput(chip, new(LocksHigh, ActiveHigh: false, PowerReleases: true), new("high"), events.Writer, TimeProvider.System);
            using var low = new StrikeOutput(chip, new(LocksLow, ActiveHigh: true, PowerReleases: true), new("low"), events.Writer, TimeProvider.System);
            foreach (var strike in (StrikeOutput[])[high, low])
            {
                chip.Write(Grant, PinValue.High);
                strike.Release(TimeSpan.FromSeconds(1));
                strike.Relock();
                chip.Write(Grant, PinValue.Low);
            }
        }

        return 0;
    }
}
