namespace EdgeNode.Worker;

/// <summary>What is tried at a door before it goes live, in this order.</summary>
internal enum SafetyStep
{
    /// <summary>The contact tells shut from open.</summary>
    Contact,

    /// <summary>The exit button is heard, and only when it is pressed.</summary>
    ExitButton,

    /// <summary>The lock holds, and lets go when the node says so.</summary>
    Lock,

    /// <summary>Without power the lock does what the file says.</summary>
    WithoutPower,

    /// <summary>Without power somebody inside gets out.</summary>
    WayOut,

    /// <summary>The fire alarm is heard.</summary>
    FireInput,
}
