namespace EdgeNode.Hardware;

/// <summary>Colours of a light (OSDP 2.2, 6.10).</summary>
public enum OsdpColour : byte
{
    /// <summary>Off.</summary>
    Black,

    /// <summary>Red.</summary>
    Red,

    /// <summary>Green.</summary>
    Green,

    /// <summary>Amber.</summary>
    Amber,

    /// <summary>Blue.</summary>
    Blue,

    /// <summary>Magenta.</summary>
    Magenta,

    /// <summary>Cyan.</summary>
    Cyan,

    /// <summary>White.</summary>
    White,
}
