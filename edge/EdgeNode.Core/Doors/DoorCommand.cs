using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>What can be asked of a door (ONVIF Door Control 19.12, 5.5).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DoorCommand>))]
public enum DoorCommand
{
    /// <summary>AccessDoor: release it for one passage.</summary>
    Access,

    /// <summary>LockDoor.</summary>
    Lock,

    /// <summary>UnlockDoor: until further notice.</summary>
    Unlock,

    /// <summary>BlockDoor.</summary>
    Block,

    /// <summary>DoubleLockDoor.</summary>
    DoubleLock,

    /// <summary>LockDownDoor.</summary>
    LockDown,

    /// <summary>LockDownReleaseDoor: back to the mode before.</summary>
    LockDownRelease,

    /// <summary>LockOpenDoor.</summary>
    LockOpen,

    /// <summary>LockOpenReleaseDoor: back to the mode before.</summary>
    LockOpenRelease,
}
