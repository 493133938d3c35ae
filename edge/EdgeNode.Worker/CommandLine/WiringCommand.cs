using System.CommandLine;

namespace EdgeNode.Worker;

/// <summary><c>edgenode wiring --config site.yaml</c>: which wire goes where on this board.</summary>
internal static class WiringCommand
{
    public static Command Build()
    {
        var config = SiteFile.Option();
        var command = new Command("wiring", "Show which wire goes where: every line with its position on the header, and a drawing.") { config };
        command.SetAction(parsed => OnSite.Run(parsed, config, site =>
        {
            parsed.InvocationConfiguration.Output.Write(WiringPage.Of(site));
            return ExitCode.Ok;
        }));
        return command;
    }
}
