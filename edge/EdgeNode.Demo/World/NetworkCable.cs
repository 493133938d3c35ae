using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EdgeNode.Demo;

/// <summary>The site's cable to the network: a relay on loopback that can be unplugged and plugged in again.</summary>
internal sealed class NetworkCable : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> _open = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly int _target;
    private readonly Task _accepting;
    private volatile bool _plugged = true;

    /// <summary>Lays a cable to a port on loopback.</summary>
    public NetworkCable(int target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The site's end of the cable.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Whether anything gets through.</summary>
    public bool Plugged => _plugged;

    /// <summary>Cuts every connection and lets no new one through.</summary>
    public void Unplug()
    {
        _plugged = false;
        foreach (var client in _open.Keys)
        {
            client.Dispose();
        }
    }

    /// <summary>Lets connections through again.</summary>
    public void Plug() => _plugged = true;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        Unplug();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            _ = RelayAsync(client);
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using var site = client;
        using var network = new TcpClient();
        _open.TryAdd(site, 0);
        _open.TryAdd(network, 0);
        try
        {
            if (_plugged)
            {
                await network.ConnectAsync(IPAddress.Loopback, _target, _stop.Token);
                await Task.WhenAny(
                    site.GetStream().CopyToAsync(network.GetStream(), _stop.Token),
                    network.GetStream().CopyToAsync(site.GetStream(), _stop.Token));
            }
        }
        catch (Exception cut) when (cut is SocketException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            // A cut is what a cable is for: both ends see it as a closed connection.
        }
        finally
        {
            _open.TryRemove(site, out _);
            _open.TryRemove(network, out _);
        }
    }
}
