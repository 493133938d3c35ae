using System.Device.Gpio;
using System.Threading.Channels;
using EdgeNode.Core;
using EdgeNode.Hardware.Simulated;

namespace EdgeNode.Hardware.Tests;

/// <summary>A chip without a chip under a real controller, its clock, and the events that drivers post.</summary>
internal sealed class Board : IDisposable
{
    private readonly Channel<SiteEvent> _events = Channel.CreateUnbounded<SiteEvent>();

    public Board()
    {
        Time = new(new(2025, 3, 3, 8, 0, 0, TimeSpan.Zero));
        Chip = new(Time);
        Gpio = new(Chip);
    }

    public static IdentifierKey Key { get; } = new([.. Enumerable.Range(1, 32).Select(value => (byte)value)]);

    public SimulatedTime Time { get; }

    public ScriptedGpioDriver Chip { get; }

    public GpioController Gpio { get; }

    public ChannelWriter<SiteEvent> Events => _events.Writer;

    /// <summary>What was posted since the last look.</summary>
    public SiteEvent[] Posted() => [.. _events.Reader.ReadAllAvailable()];

    public void Advance(double milliseconds) => Time.Advance(TimeSpan.FromMilliseconds(milliseconds));

    public void Dispose() => Gpio.Dispose();
}
