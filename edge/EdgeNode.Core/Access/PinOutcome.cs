namespace EdgeNode.Core;

/// <summary>What a code was when it was held against a holder's PIN.</summary>
public enum PinOutcome
{
    /// <summary>Another one.</summary>
    Wrong,

    /// <summary>The PIN.</summary>
    Right,

    /// <summary>The PIN for entry under threat: it opens, and tells silently.</summary>
    Duress,
}
