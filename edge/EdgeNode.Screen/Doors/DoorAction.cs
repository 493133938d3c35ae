namespace EdgeNode.Screen;

/// <summary>What somebody at the screen can do with a door. Closed set.</summary>
internal enum DoorAction
{
    /// <summary>Release it for one passage.</summary>
    OpenOnce,

    /// <summary>Unlock it for some minutes.</summary>
    OpenFor,

    /// <summary>Lock it.</summary>
    Lock,

    /// <summary>Lock it down.</summary>
    LockDown,

    /// <summary>End a lock-down.</summary>
    Release,

    /// <summary>End a lock-open.</summary>
    ReleaseOpen,
}
