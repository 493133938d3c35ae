namespace EdgeNode.Worker;

/// <summary>The time-of-flight chip of a desk.</summary>
public enum RangingKind
{
    /// <summary>ST VL53L0X.</summary>
    Vl53l0x,

    /// <summary>ST VL53L1X.</summary>
    Vl53l1x,
}
