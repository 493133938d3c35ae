using System.Net;
using System.Net.Sockets;

namespace EdgeNode.Worker.Tests;

/// <summary>An address on this machine at which nobody listens.</summary>
internal static class FreePage
{
    public static Uri Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }
}
