using System.Device.Gpio;
using System.Diagnostics;
using EdgeNode.Hardware;

namespace EdgeNode.Device;

/// <summary>A program that dies with a strike released, and the one that comes after it.</summary>
internal static class Dying
{
    private const int Strike = 5;

    /// <summary>Holds a strike released until it is killed.</summary>
    public static void Hold()
    {
        var chip = GpioChips.Open("gpio-sim-edge");
        chip.OpenPin(Strike, PinMode.Output, PinValue.High);
        Console.WriteLine("held");
        Thread.CurrentThread.Join();
    }

    public static string? KillAndTakeOver(SimulatedPins outside)
    {
        using var victim = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, "hold") { RedirectStandardOutput = true })!;
        if (victim.StandardOutput.ReadLine() != "held" || !outside.IsHigh(Strike))
        {
            return "the victim did not release the strike";
        }

        victim.Kill();
        victim.WaitForExit();
        Console.WriteLine($"figure  after kill -9 the line of gpio-sim is {(outside.IsHigh(Strike) ? "high" : "low")}: what a Pi does is in WIRING.md");
        using var chip = GpioChips.Open("gpio-sim-edge");
        chip.OpenPin(Strike, PinMode.Output, PinValue.Low);
        return outside.IsHigh(Strike) ? "the strike is still released" : null;
    }
}
