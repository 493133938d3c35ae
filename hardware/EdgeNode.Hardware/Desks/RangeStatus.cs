namespace EdgeNode.Hardware;

/// <summary>How far a measurement of a VL53L0X or VL53L1X is to be believed (ST UM2039 and UM2510, range status).</summary>
public enum RangeStatus
{
    /// <summary>It is.</summary>
    Valid,

    /// <summary>It scatters too much: a weak target, or sunlight.</summary>
    Sigma,

    /// <summary>Too little light came back: nothing is in range.</summary>
    Signal,

    /// <summary>The target is nearer than the chip can tell.</summary>
    MinimumRange,

    /// <summary>The target is beyond what the chip can tell.</summary>
    Phase,

    /// <summary>Its laser or its reference fails.</summary>
    Hardware,

    /// <summary>The target is so far that it looks near.</summary>
    WrapAround,

    /// <summary>It says nothing that has a meaning.</summary>
    None,
}
