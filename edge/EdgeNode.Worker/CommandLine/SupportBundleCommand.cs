using System.CommandLine;

namespace EdgeNode.Worker;

/// <summary><c>edgenode support-bundle FILE.zip</c>: what somebody who helps from afar needs, without names, numbers and secrets.</summary>
internal static class SupportBundleCommand
{
    public static Command Build()
    {
        var config = SiteFile.Option();
        var target = new Argument<string>("file.zip") { Description = "A file that is not there yet." };
        var command = new Command("support-bundle", "Gather what somebody who helps from afar needs, without names, numbers and secrets; also while the node runs.") { config, target };
        command.SetAction((parsed, stop) => OnSite.RunAsync(parsed, config, async site =>
        {
            var (file, to) = (parsed.GetRequiredValue(config), parsed.GetRequiredValue(target));
            var (facts, findings) = await DoctorCommand.ExamineAsync(file, site, stop);
            var texts = SupportBundle.Of(site, await File.ReadAllTextAsync(file, stop), facts, findings);
            SupportBundle.Write(to, texts);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"{to} is written: {string.Join(", ", texts.Select(text => text.Name))}. They are plain texts; look into them before you send them.");
            return ExitCode.Ok;
        }));
        return command;
    }
}
