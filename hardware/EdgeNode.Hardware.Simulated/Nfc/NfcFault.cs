namespace EdgeNode.Hardware.Simulated;

/// <summary>What is wrong with a reader chip or its wires.</summary>
public enum NfcFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It does not answer; its supply or a wire is gone.</summary>
    Silent,

    /// <summary>One bit of each answer is turned over.</summary>
    FlippedBit,

    /// <summary>The second half of each answer does not come.</summary>
    HalfAnswer,
}
