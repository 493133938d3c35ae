namespace EdgeNode.Core;

/// <summary>What a reader's light and buzzer say. One denial looks like any other.</summary>
public enum ReaderSignal
{
    /// <summary>Come in.</summary>
    Granted,

    /// <summary>Refused.</summary>
    Denied,

    /// <summary>Enter your PIN.</summary>
    EnterPin,

    /// <summary>Wait for the second person.</summary>
    Wait,

    /// <summary>The door stands open too long: shut it.</summary>
    HeldOpenWarning,
}
