namespace EdgeNode.Core;

/// <summary>What a reader's light and buzzer say. One denial looks like any other.</summary>
public enum ReaderSignal
{
    /// <summary>Come in.</summary>
    Granted,

    /// <summary>Refused.</summary>
    Denied,

    /// <summary>The door stands open too long: shut it.</summary>
    HeldOpenWarning,
}
