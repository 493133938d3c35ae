namespace EdgeNode.Core;

/// <summary>Which command each mode takes, and where it leads (ONVIF Door Control 19.12, 5.5).</summary>
public static class DoorModes
{
    /// <summary>Whether the lock is released for as long as the mode lasts.</summary>
    public static bool IsReleased(this DoorMode standing) => standing is DoorMode.Unlocked or DoorMode.LockedOpen;

    /// <summary>Whether a granted tap may release the door.</summary>
    public static bool TakesAccess(this DoorMode standing) => standing.Takes(DoorCommand.Access);

    /// <summary>Whether a door standing in a mode takes a command.</summary>
    public static bool Takes(this DoorMode standing, DoorCommand command) => (standing, command) switch
    {
        (DoorMode.LockedDown, _) => command == DoorCommand.LockDownRelease,
        (DoorMode.LockedOpen, _) => command == DoorCommand.LockOpenRelease,
        (_, DoorCommand.LockDownRelease or DoorCommand.LockOpenRelease) => false,
        (DoorMode.Blocked, DoorCommand.Access) => false,
        _ => true,
    };

    /// <summary>The mode in which a door stands after a command that it takes.</summary>
    /// <param name="standing">The mode before.</param>
    /// <param name="command">What it takes.</param>
    /// <param name="before">The mode before the lock-down or lock-open that a release ends.</param>
    public static DoorMode After(this DoorMode standing, DoorCommand command, DoorMode before) => command switch
    {
        DoorCommand.Lock => DoorMode.Locked,
        DoorCommand.Unlock => DoorMode.Unlocked,
        DoorCommand.Block => DoorMode.Blocked,
        DoorCommand.DoubleLock => DoorMode.DoubleLocked,
        DoorCommand.LockDown => DoorMode.LockedDown,
        DoorCommand.LockOpen => DoorMode.LockedOpen,
        DoorCommand.LockDownRelease or DoorCommand.LockOpenRelease => before,
        _ => standing,
    };
}
