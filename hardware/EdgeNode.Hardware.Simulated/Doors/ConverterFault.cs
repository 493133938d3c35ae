namespace EdgeNode.Hardware.Simulated;

/// <summary>What is wrong with a converter or its wires.</summary>
public enum ConverterFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It does not answer; its supply or a wire is gone.</summary>
    Silent,

    /// <summary>It answers, but never ends a measurement, or measures ground for ever.</summary>
    Stuck,

    /// <summary>It forgets at once what it is told: its supply comes and goes.</summary>
    Brownout,
}
