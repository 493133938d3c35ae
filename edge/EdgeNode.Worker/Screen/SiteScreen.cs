using System.Collections.Immutable;
using System.Net;
using System.Net.NetworkInformation;
using System.Security.Cryptography;
using EdgeNode.Core;
using EdgeNode.Screen;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary>What a site's screen is put together from.</summary>
public static class SiteScreen
{
    /// <summary>Folder of the keys that protect the screen's forms.</summary>
    public static DirectoryInfo FormKeys(SiteConfiguration configuration) => new(Path.Combine(Folder(configuration), "form-keys"));

    /// <summary>The screen of a site.</summary>
    /// <param name="configuration">The site.</param>
    /// <param name="views">What is shown.</param>
    /// <param name="send">Hands an event to the site's loop; false while it takes no more.</param>
    /// <param name="names">Names of people.</param>
    /// <param name="look">What the site knows of a list of people; of those who are in, without one.</param>
    public static ScreenParts Of(SiteConfiguration configuration, ISiteViews views, Func<SiteEvent, bool> send, IPeopleNames names, Func<ImmutableArray<HolderRef>?, RollCall> look)
    {
        var memory = Memory(configuration);
        return new(views, send, memory, names, new(memory, TimeProvider.System, RandomNumberGenerator.Fill), TimeProvider.System)
        {
            Musters = new(memory, names, look, TimeProvider.System),
            Plan = new PlanFile(configuration.PlanFile).Read,
        };
    }

    /// <summary>The certificates of the screen: of every name and address that this machine has.</summary>
    public static SiteCertificates Certificates(SiteConfiguration configuration)
    {
        var host = Dns.GetHostName();
        var addresses = NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(card => card.GetIPProperties().UnicastAddresses).Select(known => known.Address).Where(known => !known.IsIPv6LinkLocal);
        return new(Memory(configuration), TimeProvider.System, configuration.Definition.Name, [host, $"{host}.local", "localhost"], [.. addresses]);
    }

    internal static string Folder(SiteConfiguration configuration) => Path.Combine(configuration.StoreFolder, "screen");

    private static ScreenMemory Memory(SiteConfiguration configuration) => new(new DocumentFolder(Folder(configuration)));
}
