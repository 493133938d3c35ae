using EdgeNode.CloudSync;
using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>The site's way to its network in the words of the link.</summary>
internal static class NetworkWords
{
    /// <summary>Settings of the link.</summary>
    /// <exception cref="IOException">The password cannot be read.</exception>
    public static LinkSettings Link(SiteDefinition site, NetworkSettings network) => new(site.Id.Value, network.Host, network.Port, Node.ProgramVersion, site.TimeZone)
    {
        User = network.User,
        Password = network.Password?.Read(),
        Tls = network.Tls,
        CaFile = network.CaFile,
    };
}
