using System.Diagnostics;

namespace EdgeNode.Worker.Tests;

/// <summary>Runs the built program as the user does.</summary>
internal static class EdgeNodeProcess
{
    /// <summary>Exit code, standard output and standard error; ends the process when the test is cancelled, or when it has not ended by itself in two minutes: a program that should have refused to run.</summary>
    public static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bound.CancelAfter(TimeSpan.FromMinutes(2));
        var stop = bound.Token;
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
