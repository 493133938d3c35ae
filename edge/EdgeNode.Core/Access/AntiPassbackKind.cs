namespace EdgeNode.Core;

/// <summary>Kinds of anti-passback.</summary>
public enum AntiPassbackKind
{
    /// <summary>None.</summary>
    Off,

    /// <summary>Lets in and journals it.</summary>
    Soft,

    /// <summary>Refuses whoever is known to be elsewhere than before the door.</summary>
    Hard,

    /// <summary>Refuses a second entry within a time.</summary>
    Timed,
}
