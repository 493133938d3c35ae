using System.Net;
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
}
