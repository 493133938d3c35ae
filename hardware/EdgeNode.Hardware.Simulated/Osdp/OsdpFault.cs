namespace EdgeNode.Hardware.Simulated;

/// <summary>What may be wrong with a reader on a bus.</summary>
public enum OsdpFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It says nothing.</summary>
    Silent,

    /// <summary>One byte of each answer is changed.</summary>
    WrongCheck,

    /// <summary>It asks to be asked again.</summary>
    Busy,

    /// <summary>It answers after the controller has stopped waiting.</summary>
    Late,

    /// <summary>Its answers stop in the middle.</summary>
    HalfFrame,

    /// <summary>Its answers drown in noise.</summary>
    Noise,

    /// <summary>Its answers come in pieces, 10 ms apart.</summary>
    InPieces,
}
