using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary>The files of a site beside its store: its configuration, and what that names in the same folder.</summary>
internal static class SiteFiles
{
    /// <summary>The name under which a backup keeps the configuration.</summary>
    public const string Configuration = "site.yaml";

    /// <summary>What a backup takes, the configuration first.</summary>
    /// <param name="path">The configuration file.</param>
    /// <param name="site">What it says.</param>
    public static IEnumerable<(string Name, string Path)> Of(string path, SiteConfiguration site)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return Named(site)
            .Where(File.Exists)
            .Select(file => (Name: Path.GetRelativePath(folder, file), Path: file))
            .Where(file => !file.Name.StartsWith("..", StringComparison.Ordinal) && !IsWithin(site.StoreFolder, file.Path))
            .Prepend((Configuration, path));
    }

    /// <summary>Files that a configuration names and that are not there.</summary>
    public static IEnumerable<string> Missing(SiteConfiguration site) => Named(site).Where(file => file != site.PlanFile && !File.Exists(file));

    private static IEnumerable<string> Named(SiteConfiguration site) => new[]
    {
        site.PlanFile,
        site.Network?.CaFile,
        site.Network?.CertificateFile,
        (site.Network?.Password as PasswordSource.InFile)?.Path,
        (site.SensorBroker.Password as PasswordSource.InFile)?.Path,
    }.OfType<string>().Distinct();

    private static bool IsWithin(string folder, string path) => !Path.GetRelativePath(folder, path).StartsWith("..", StringComparison.Ordinal);
}
