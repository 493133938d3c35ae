using System.CommandLine;
using System.Device.Gpio;
using EdgeNode.Hardware;

namespace EdgeNode.Worker;

/// <summary><c>edgenode lock --config site.yaml</c>: puts every strike into its locked level, for the service's end: a program that died may have left a line driven.</summary>
internal static class LockCommand
{
    public static Command Build()
    {
        var config = new Option<string>("--config", "-c") { Description = "The site's configuration file.", Required = true, HelpName = "site.yaml" };
        var command = new Command("lock", "Put every strike into its locked level; while no node runs.") { config };
        command.SetAction(parsed => OnSite.Run(parsed, config, site => Lock(site, GpioChips.Open, parsed.InvocationConfiguration.Output)));
        return command;
    }

    /// <summary>Every strike is tried, also after one that failed.</summary>
    internal static int Lock(SiteConfiguration site, Func<string, GpioController> open, TextWriter output)
    {
        var exit = ExitCode.Ok;
        foreach (var chip in site.Gpio == GpioUse.Real ? site.Strikes.GroupBy(strike => strike.Chip) : [])
        {
            using var board = open(chip.Key);
            foreach (var strike in chip)
            {
                exit = Math.Max(exit, Lock(board, strike, output));
            }
        }

        return exit;
    }

    private static int Lock(GpioController board, StrikeSettings strike, TextWriter output)
    {
        try
        {
            board.OpenPin(strike.Pin, PinMode.Output, strike.Line.ReleasedLevel ? PinValue.Low : PinValue.High);
            board.ClosePin(strike.Pin);
            return ExitCode.Ok;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            output.WriteLine($"edgenode: the strike of {strike.Door.Value} (line {strike.Pin}) cannot be locked: {failure.Message} If a node runs it has the line, and locks it itself.");
            return ExitCode.Failed;
        }
    }
}
