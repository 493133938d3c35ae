namespace EdgeNode.Core;

/// <summary>What a site does when as many people are in as may be.</summary>
public enum AtLimit
{
    /// <summary>Says so, and lets in.</summary>
    Warn,

    /// <summary>Refuses at the doors from the street.</summary>
    Refuse,
}
