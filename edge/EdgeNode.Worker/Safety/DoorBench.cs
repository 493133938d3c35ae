using System.Threading.Channels;
using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>One door on its real wires, through the drivers of the node but without the node.</summary>
internal sealed class DoorBench : IDisposable
{
    // A person presses Enter long before so many edges have come.
    private const int EventsWaiting = 1024;
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(60);
    private readonly Channel<SiteEvent> _events = Channel.CreateBounded<SiteEvent>(new BoundedChannelOptions(EventsWaiting) { SingleReader = true });
    private readonly SiteDevices _devices;
    private readonly DoorId _door;
    private DoorSeen _seen = new(ContactState.Unknown, false, false, null);

    /// <summary>Opens the wires of a door and of the fire alarm; its lock is in the locked level.</summary>
    public DoorBench(SiteConfiguration site, DoorId door, NodeParts parts)
    {
        var start = parts.Time.GetTimestamp();
        var loops = site.SupervisedInputs.Where(input => input.Door == door).ToArray();
        _door = door;
        _devices = SiteDevices.OpenDoorsAlone(
            site with
            {
                Strikes = [.. site.Strikes.Where(strike => strike.Door == door)],
                Contacts = [.. site.Contacts.Where(contact => contact.Door == door)],
                ExitButtons = [.. site.ExitButtons.Where(button => button.Door == door)],
                Tampers = [],
                SupervisedInputs = [.. loops],
                Converters = [.. site.Converters.Where(converter => loops.Any(loop => loop.Converter == converter.Id))],
            },
            parts,
            _events.Writer,
            () => parts.Time.GetElapsedTime(start));
    }

    /// <summary>What happened since the last look.</summary>
    public DoorSeen Look()
    {
        var seen = _seen with { Opened = false, ExitAsked = false };
        while (_events.Reader.TryRead(out var @event))
        {
            seen = seen.With(@event);
        }

        return _seen = seen;
    }

    /// <summary>Lets the door be opened for a minute at most.</summary>
    public void Release() => _devices.Outputs.Release(_door, AtMost);

    /// <summary>Locks it.</summary>
    public void Relock() => _devices.Outputs.Relock(_door);

    /// <inheritdoc/>
    public void Dispose() => _devices.Dispose();
}
