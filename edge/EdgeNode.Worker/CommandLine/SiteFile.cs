using System.CommandLine;

namespace EdgeNode.Worker;

/// <summary>Where the package keeps the site's file, so that a person at the machine need not name it.</summary>
internal static class SiteFile
{
    /// <summary>The packaged site's file.</summary>
    public const string Usual = "/etc/edgenode/site.yaml";

    /// <summary><c>--config</c>, with that file as the usual one.</summary>
    public static Option<string> Option() => new("--config", "-c")
    {
        Description = $"The site's configuration file; usual: {Usual}",
        HelpName = "site.yaml",
        DefaultValueFactory = _ => Usual,
    };
}
