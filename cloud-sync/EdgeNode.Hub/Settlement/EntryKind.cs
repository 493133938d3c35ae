namespace EdgeNode.Hub;

/// <summary>Why an entry stands in the ledger.</summary>
public enum EntryKind
{
    /// <summary>Usage that is paid by the hour.</summary>
    Use,

    /// <summary>Usage out of an employer's prepaid hours; the visited site is paid by the hour all the same.</summary>
    Prepaid,

    /// <summary>Usage under a flat pass: its minutes decide the shares of the fee.</summary>
    Flat,

    /// <summary>Usage under a day pass: its minutes decide the shares of the day's fee.</summary>
    Day,

    /// <summary>Usage without a price; an alert tells the operator.</summary>
    Unrated,

    /// <summary>Usage of a seat to which two people had a right: nobody owes it until somebody has decided by a correction.</summary>
    Disputed,

    /// <summary>A site's share of a flat or day pass.</summary>
    Share,

    /// <summary>What somebody put right, with the reason.</summary>
    Correction,
}
