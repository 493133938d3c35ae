using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace EdgeNode.Demo;

/// <summary>Finds a port on loopback that nobody listens on.</summary>
public static class FreePort
{
    /// <summary>The port; free at the time of asking.</summary>
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A port that is free, at or after a wanted one.</summary>
    public static int Near(int wanted)
    {
        var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(end => end.Port).ToHashSet();
        return Enumerable.Range(wanted, 10).FirstOrDefault(port => !taken.Contains(port)) is var port and not 0 ? port : Find();
    }
}
