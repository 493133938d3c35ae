using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>What lock and contact of a door say together. Closed set.</summary>
internal enum LockAndContact
{
    /// <summary>Locked and closed.</summary>
    Secure,

    /// <summary>Locked, and no contact says whether it is closed.</summary>
    LockedUnseen,

    /// <summary>Locked, and the contact has not been read.</summary>
    LockedUnknown,

    /// <summary>The lock is thrown, but the door stands open.</summary>
    OpenThoughLocked,

    /// <summary>Released and closed: anybody may open it.</summary>
    ReleasedClosed,

    /// <summary>Released and open.</summary>
    ReleasedOpen,

    /// <summary>Released, and nothing says whether it is closed.</summary>
    ReleasedUnseen,
}
