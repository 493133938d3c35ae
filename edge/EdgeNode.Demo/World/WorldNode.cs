using System.Device.Gpio;
using EdgeNode.Contracts;
using EdgeNode.Hardware.Simulated;
using EdgeNode.Screen;
using EdgeNode.Worker;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace EdgeNode.Demo;

/// <summary>The node while it has power: the same composition as on a site, on the building's simulated chip, driven by the world.</summary>
internal sealed class WorldNode : IAsyncDisposable
{
    private readonly SimulatedTime _time;
    private readonly TimeSpan _bornAt;

    private WorldNode(Node node, SimulatedTime time) => (Node, _time, _bornAt) = (node, time, time.Uptime - node.Loop.Clock.Uptime);

    /// <summary>The node.</summary>
    public Node Node { get; }

    /// <summary>When its loop is due next, on the world's uptime; null = never.</summary>
    public TimeSpan? NextDue => Node.Loop.Next is { } next ? Later(_bornAt + next.Uptime) : null;

    /// <summary>Gives the node power: it opens its store as it was left.</summary>
    public static WorldNode Start(
        SiteConfiguration configuration, WorldNetwork network, SimulatedTime time, VirtualSite building, FillBytes fill, ILoggerFactory logs)
    {
        var parts = new NodeParts(
            time,
            TimeProvider.System,
            () => true,
            fill,
            _ => new GpioController(building.Chip),
            (radar, settings) => Plug((VirtualRadar)building.Desk(settings.Desk), radar.Feed),
            SingleThread: true,
            logs)
        {
            LongestReconnectWait = WorldNetwork.LongestReconnectWait,
        };
        return new(Node.Open(configuration with { Network = network.Settings }, parts), time);
    }

    public ValueTask DisposeAsync() => Node.DisposeAsync();

    private static Unplugging Plug(VirtualRadar radar, VirtualRadar.SerialLine line)
    {
        radar.Connect(line);
        return new(radar);
    }

    private TimeSpan Later(TimeSpan due) => due > _time.Uptime ? due : _time.Uptime;

    private sealed class Unplugging(VirtualRadar radar) : IDisposable
    {
        public void Dispose() => radar.Connect(null);
    }
}
