namespace EdgeNode.Core;

/// <summary>What can happen to a door. Closed set.</summary>
public abstract record DoorInput
{
    private DoorInput()
    {
    }

    /// <summary>A decision granted access (ONVIF AccessDoor).</summary>
    public sealed record Grant(Passage Passage, bool Extended) : DoorInput;

    /// <summary>Somebody entitled to it asks something of the door.</summary>
    /// <param name="Command">What.</param>
    /// <param name="Source">From where.</param>
    /// <param name="By">Who; null for a schedule.</param>
    public sealed record Commanded(DoorCommand Command, CommandSource Source, HolderRef? By) : DoorInput
    {
        /// <summary>Why; null = nobody was asked.</summary>
        public CommandReason? Reason { get; init; }

        /// <summary>For how long; null = until further notice. Only <see cref="DoorCommand.Unlock"/> minds it.</summary>
        public TimeSpan? For { get; init; }
    }

    /// <summary>The button beside the door was pressed from inside.</summary>
    public sealed record RequestToExit : DoorInput;

    /// <summary>The network's signed command to release once; nobody is awaited.</summary>
    public sealed record RemoteUnlock(string Command) : DoorInput;

    /// <summary>The debounced contact changed, or was read for the first time.</summary>
    public sealed record ContactChanged(ContactState Contact) : DoorInput;

    /// <summary>A wire that is watched is not well, or well again.</summary>
    public sealed record WireChanged(DoorWire Wire, WireCondition Condition) : DoorInput;

    /// <summary>The fire alarm began, or its evacuation was ended.</summary>
    public sealed record Evacuation(bool Begins) : DoorInput;

    /// <summary>What the door's safety sheet says now.</summary>
    public sealed record AcceptanceTold(DoorAcceptance Acceptance, string? Sheet, HolderRef? By) : DoorInput;

    /// <summary>Nothing but time.</summary>
    public sealed record TimePassed : DoorInput;

    /// <summary>The output driver's own dead-man cut the strike.</summary>
    public sealed record StrikeCutOff : DoorInput;
}
