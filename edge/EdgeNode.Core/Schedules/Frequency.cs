namespace EdgeNode.Core;

/// <summary>How often a <see cref="Recurrence"/> comes back (RFC 5545 section 3.3.10, FREQ; nothing shorter than a day).</summary>
public enum Frequency
{
    /// <summary>On its first day only.</summary>
    Once,

    /// <summary>DAILY.</summary>
    Daily,

    /// <summary>WEEKLY; weeks begin on Monday.</summary>
    Weekly,

    /// <summary>MONTHLY.</summary>
    Monthly,

    /// <summary>YEARLY.</summary>
    Yearly,
}
