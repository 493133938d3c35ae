namespace EdgeNode.Screen;

/// <summary>What is wrong with a door. Closed set.</summary>
internal enum IncidentKind
{
    /// <summary>Opened without grant or request to exit.</summary>
    Forced,

    /// <summary>Held open too long.</summary>
    HeldOpen,

    /// <summary>A reader does not answer.</summary>
    ReaderLost,

    /// <summary>The wire of the contact is not well.</summary>
    ContactWire,

    /// <summary>The wire of the exit button is not well.</summary>
    ExitWire,

    /// <summary>A housing was opened, or the loop through them is not well.</summary>
    Tamper,

    /// <summary>A reader's housing or supply is not well.</summary>
    ReaderTrouble,

    /// <summary>The lock was cut off for safety.</summary>
    StrikeCut,
}
