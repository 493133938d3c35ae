using System.Diagnostics;

namespace EdgeNode.Worker.Tests;

/// <summary>Runs the built program as the user does.</summary>
internal static class EdgeNodeProcess
{
    /// <summary>Exit code, standard output and standard error; ends the process when the test is cancelled.</summary>
    public static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var stop = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo(ConfigurationFixture.BesideProgram("edgenode"), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        await using var kill = stop.Register(() => process.Kill(entireProcessTree: true));
        var output = process.StandardOutput.ReadToEndAsync(stop);
        var error = process.StandardError.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        return (process.ExitCode, await output, await error);
    }
}
