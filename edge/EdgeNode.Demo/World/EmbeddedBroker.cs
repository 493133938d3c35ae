using System.Net;
using MQTTnet.Server;

namespace EdgeNode.Demo;

/// <summary>An MQTT 5 broker in this process, on loopback; it forgets everything when it is killed.</summary>
internal sealed class EmbeddedBroker(int port) : IAsyncDisposable
{
    private MqttServer? _server;

    /// <summary>Its port on loopback.</summary>
    public int Port => port;

    /// <summary>Whether it runs.</summary>
    public bool Running => _server is not null;

    /// <summary>Starts it, empty.</summary>
    public async Task StartAsync()
    {
        var factory = new MqttServerFactory();
        var options = factory.CreateServerOptionsBuilder()
            .WithDefaultEndpoint()
            .WithDefaultEndpointPort(port)
            .WithDefaultEndpointBoundIPAddress(IPAddress.Loopback)
            .WithDefaultEndpointBoundIPV6Address(IPAddress.None)
            .WithPersistentSessions()
            .Build();
        _server = factory.CreateMqttServer(options);
        await _server.StartAsync();
    }

    /// <summary>Stops it at once; its sessions and retained messages are gone.</summary>
    public async Task KillAsync()
    {
        if (Interlocked.Exchange(ref _server, null) is { } server)
        {
            await server.StopAsync();
            server.Dispose();
        }
    }

    public ValueTask DisposeAsync() => new(KillAsync());
}
