namespace EdgeNode.Hardware.Simulated;

/// <summary>What is wrong with a time-of-flight chip or its wires.</summary>
public enum RangingFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It does not answer; its supply or a wire is gone.</summary>
    Silent,

    /// <summary>It is another chip at the same address.</summary>
    WrongId,

    /// <summary>It answers, but never ends a measurement.</summary>
    Stuck,
}
