using System.Xml.Linq;

namespace EdgeNode.Tidy;

/// <summary>The dependency rule: rooms see Core and nothing sideways, and each package has its owners.</summary>
internal static class Star
{
    private static readonly Dictionary<string, string[]> Sees = new()
    {
        ["EdgeNode.Core"] = [],
        ["EdgeNode.Contracts"] = [],
        ["EdgeNode.Store"] = ["EdgeNode.Core"],
        ["EdgeNode.Screen"] = ["EdgeNode.Core"],
        ["EdgeNode.Hardware"] = ["EdgeNode.Core"],
        ["EdgeNode.Hardware.Mqtt"] = ["EdgeNode.Core"],
        ["EdgeNode.Hardware.Simulated"] = ["EdgeNode.Core", "EdgeNode.Hardware"],
        ["EdgeNode.CloudSync"] = ["EdgeNode.Core", "EdgeNode.Contracts"],
        ["EdgeNode.Hub"] = ["EdgeNode.Core", "EdgeNode.Contracts"],
        ["EdgeNode.Worker"] = ["EdgeNode.Core", "EdgeNode.Store", "EdgeNode.Screen", "EdgeNode.Contracts", "EdgeNode.CloudSync", "EdgeNode.Hardware", "EdgeNode.Hardware.Mqtt"],
        ["EdgeNode.Demo"] = ["EdgeNode.Worker", "EdgeNode.Hub", "EdgeNode.Hardware.Simulated"],
    };

    private static readonly Dictionary<string, string[]> Owners = new()
    {
        ["LiteDB"] = ["EdgeNode.Store"],
        ["MQTTnet"] = ["EdgeNode.CloudSync", "EdgeNode.Hub", "EdgeNode.Hardware.Mqtt"],
        ["MQTTnet.Server"] = ["EdgeNode.Demo"],
        ["Polly.Core"] = ["EdgeNode.CloudSync", "EdgeNode.Hub"],
        ["System.Device.Gpio"] = ["EdgeNode.Hardware", "EdgeNode.Hardware.Simulated"],
        ["YamlDotNet"] = ["EdgeNode.Worker"],
        ["System.CommandLine"] = ["EdgeNode.Worker", "EdgeNode.Demo", "EdgeNode.Hub"],
        ["Microsoft.Data.Sqlite"] = ["EdgeNode.Hub"],
        ["Npgsql"] = ["EdgeNode.Hub"],
        ["CsvHelper"] = ["EdgeNode.Hub"],
        ["Microsoft.AspNetCore.OpenApi"] = ["EdgeNode.Hub"],
        ["Ical.Net"] = ["EdgeNode.Hub"],
        ["NodaTime"] = ["EdgeNode.Hub"],
        ["NSec.Cryptography"] = ["EdgeNode.Contracts"],
        ["Microsoft.Extensions.Hosting.Systemd"] = ["EdgeNode.Worker"],
        ["Microsoft.Extensions.Logging.Abstractions"] = ["EdgeNode.Store", "EdgeNode.CloudSync", "EdgeNode.Hardware", "EdgeNode.Hardware.Mqtt"],
    };

    /// <summary>What a product project may not see or own, in words.</summary>
    public static IEnumerable<string> Breaches(string project, string xml)
    {
        var document = XDocument.Parse(xml);
        foreach (var reference in Included(document, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))))
        {
            if (!Sees.TryGetValue(project, out var sees) || !sees.Contains(reference))
            {
                yield return $"{project} references {reference}; it may see: {string.Join(", ", sees ?? ["nothing until Star.cs names it"])}.";
            }
        }

        foreach (var package in Included(document, "PackageReference"))
        {
            if (!Owners.TryGetValue(package, out var owners) || !owners.Contains(project))
            {
                yield return $"{project} uses the package {package}; its owners are: {string.Join(", ", owners ?? ["none until Star.cs names one"])}.";
            }
        }
    }

    private static IEnumerable<string> Included(XDocument document, string element) =>
        document.Descendants(element).Select(item => item.Attribute("Include")?.Value ?? "");
}
