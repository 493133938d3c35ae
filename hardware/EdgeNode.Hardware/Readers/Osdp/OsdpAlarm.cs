namespace EdgeNode.Hardware;

/// <summary>What a link refused because it smells of an attack.</summary>
public enum OsdpAlarm
{
    /// <summary>The reader refuses the secure channel, or says that it has none.</summary>
    NoSecureChannel,

    /// <summary>The reader does not know the key that it was given.</summary>
    WrongKey,

    /// <summary>Messages outside the channel came while it stood.</summary>
    ClearText,

    /// <summary>The reader answers to the published key although it was paired.</summary>
    DefaultKey,
}
