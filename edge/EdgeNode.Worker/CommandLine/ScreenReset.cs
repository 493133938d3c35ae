using System.CommandLine;
using System.Net.Sockets;

namespace EdgeNode.Worker;

/// <summary><c>edgenode screen-reset</c>: a code with which somebody who forgot the password of the screen sets a new one.</summary>
internal static class ScreenReset
{
    public static Command Build()
    {
        var config = new Option<string>("--config", "-c") { Description = "The site's configuration file.", Required = true, HelpName = "site.yaml" };
        var name = new Option<string>("--name") { Description = "The name with which the person signs in.", Required = true, HelpName = "name" };
        var command = new Command("screen-reset", "Print a code to set a new password of the screen; the service must run, and this needs its user or root.") { name, config };
        command.SetAction(parsed => OnSite.Run(parsed, config, site => Run(site, parsed.GetRequiredValue(name), parsed.InvocationConfiguration.Output)));
        return command;
    }

    private static int Run(SiteConfiguration site, string name, TextWriter output)
    {
        try
        {
            var code = ResetSocket.Ask(SiteScreen.Folder(site), name) ?? throw new FormatException("Nobody signs in with that name. The page Accounts lists who does.");
            output.WriteLine($"{code}: enter it at {site.ScreenListen}welcome within 24 hours. The old password counts until then.");
            return ExitCode.Ok;
        }
        catch (IOException refused) when (refused.InnerException is not SocketException)
        {
            throw new FormatException(refused.Message, refused);
        }
        catch (SocketException error)
        {
            throw new FormatException($"The service of this site does not answer ({error.Message}). Start it (systemctl start edgenode), and run this as root.", error);
        }
    }
}
