namespace EdgeNode.Core;

/// <summary>What a door does while the wall clock is untrusted.</summary>
public enum UntrustedClock
{
    /// <summary>Accepts only rights without a time bound.</summary>
    Strict,

    /// <summary>Accepts a booking whose window meets [last known time, last known time + 24 h].</summary>
    Lenient,
}
