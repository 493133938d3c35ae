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

    /// <summary>The lock was cut off for safety.</summary>
    StrikeCut,
}
