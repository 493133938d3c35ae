using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>Lock x contact; "no contact fitted" is a column of its own.</summary>
internal static class LockMatrix
{
    public static LockAndContact Of(DoorView door) => (IsReleased(door), door.ContactFitted, door.Contact) switch
    {
        (false, true, ContactState.Closed) => LockAndContact.Secure,
        (false, true, ContactState.Open) => LockAndContact.OpenThoughLocked,
        (false, true, _) => LockAndContact.LockedUnknown,
        (false, false, _) => LockAndContact.LockedUnseen,
        (true, true, ContactState.Closed) => LockAndContact.ReleasedClosed,
        (true, true, ContactState.Open) => LockAndContact.ReleasedOpen,
        (true, _, _) => LockAndContact.ReleasedUnseen,
    };

    /// <summary>Whether anybody can open it, by its mode or by the fire alarm.</summary>
    public static bool IsReleased(DoorView door) => door.Evacuating || door.Mode is DoorMode.Accessed or DoorMode.Unlocked or DoorMode.LockedOpen;
}
