using System.CommandLine;
using System.Diagnostics;

namespace EdgeNode.Worker;

/// <summary>
/// <c>edgenode upgrade FILE.deb</c>: hands a release to the installer that came with the release that runs, so that its key decides and not one
/// that came with the new file. Everything that an upgrade is stands in that script, which outlives the program that it replaces.
/// </summary>
internal static class UpgradeCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("file.deb") { Description = "The package; SHA256SUMS and SHA256SUMS.sig of its release lie beside it." };
        var yes = new Option<bool>("--yes") { Description = "Ask nothing." };
        var force = new Option<bool>("--force") { Description = "Also while a door stands open." };
        var dry = new Option<bool>("--dry-run") { Description = "Check everything, say what would be done, and do nothing." };
        var command = new Command("upgrade", "Put a newer release in the place of this one; it goes back by itself when the new one does not become ready.") { file, yes, force, dry };
        command.SetAction((parsed, stop) => RunAsync(
            Path.Combine(AppContext.BaseDirectory, "install.sh"),
            ["--offline", parsed.GetRequiredValue(file), .. new[] { yes, force, dry }.Where(parsed.GetValue).Select(option => option.Name)],
            parsed.InvocationConfiguration.Error,
            stop));
        return command;
    }

    internal static async Task<int> RunAsync(string script, string[] arguments, TextWriter error, CancellationToken stop)
    {
        if (!File.Exists(script))
        {
            await error.WriteLineAsync($"edgenode: {script} is missing: this program did not come in a package. Install one: sudo ./install.sh --offline FILE.deb");
            return ExitCode.Failed;
        }

        using var installer = Process.Start(new ProcessStartInfo("/bin/bash", [script, .. arguments]))!;
        await installer.WaitForExitAsync(stop);
        return installer.ExitCode;
    }
}
