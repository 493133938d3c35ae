using EdgeNode.Core;

namespace EdgeNode.Hardware.Simulated;

/// <summary>A building without walls: its readers, doors and desks on one simulated chip and simulated serial lines.</summary>
/// <param name="chip">The chip.</param>
public sealed class VirtualSite(ScriptedGpioDriver chip)
{
    private readonly Dictionary<AccessPointId, VirtualReader> _readers = [];
    private readonly Dictionary<DoorId, VirtualDoor> _doors = [];
    private readonly Dictionary<ResourceId, VirtualDesk> _desks = [];

    /// <summary>The chip that everything is wired to.</summary>
    public ScriptedGpioDriver Chip => chip;

    /// <summary>Hangs up a reader.</summary>
    public void Add(AccessPointId id, VirtualReader reader) => _readers.Add(id, reader);

    /// <summary>Hangs a door.</summary>
    public void Add(DoorId id, VirtualDoor door) => _doors.Add(id, door);

    /// <summary>Puts up a desk.</summary>
    public void Add(ResourceId id, VirtualDesk desk) => _desks.Add(id, desk);

    /// <summary>Everything in rest, with power.</summary>
    public void Idle()
    {
        foreach (var reader in _readers.Values)
        {
            reader.Idle();
        }

        foreach (var door in _doors.Values)
        {
            door.Idle();
        }
    }

    /// <summary>A door.</summary>
    public VirtualDoor Door(DoorId id) => _doors[id];

    /// <summary>A desk.</summary>
    public VirtualDesk Desk(ResourceId id) => _desks[id];

    /// <summary>A reader.</summary>
    public VirtualReader Reader(AccessPointId id) => _readers[id];
}
