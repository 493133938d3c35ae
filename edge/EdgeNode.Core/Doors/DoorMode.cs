using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>Logical mode of a door (ONVIF Door Control 19.12, DoorMode). The standard's Unknown is missing: a node reads its modes from its own journal.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DoorMode>))]
public enum DoorMode
{
    /// <summary>Locked; access may be granted.</summary>
    Locked,

    /// <summary>Released for one passage; returns by itself to the mode before.</summary>
    Accessed,

    /// <summary>Released until further notice; forced open and held open are masked.</summary>
    Unlocked,

    /// <summary>Locked; access is refused, every other command is taken.</summary>
    Blocked,

    /// <summary>Locked; only the release of the lock-down is taken.</summary>
    LockedDown,

    /// <summary>Released; only the release of the lock-open is taken.</summary>
    LockedOpen,

    /// <summary>As <see cref="Locked"/>: no door here has a second lock.</summary>
    DoubleLocked,
}
