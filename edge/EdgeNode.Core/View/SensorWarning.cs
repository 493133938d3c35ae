namespace EdgeNode.Core;

/// <summary>Why somebody should look after a desk sensor.</summary>
public enum SensorWarning
{
    /// <summary>No need.</summary>
    None,

    /// <summary>A fifth of its battery is left, or less.</summary>
    BatteryLow,

    /// <summary>Two reports in a row are missing; its desk is unknown.</summary>
    Silent,
}
