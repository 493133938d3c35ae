namespace EdgeNode.Core;

/// <summary>What a door does when the journal can take no record and its memory buffer is full.</summary>
public enum OnJournalFailure
{
    /// <summary>Refuses; default of private areas.</summary>
    Deny,

    /// <summary>Decides as always; default of public doors.</summary>
    Grant,
}
