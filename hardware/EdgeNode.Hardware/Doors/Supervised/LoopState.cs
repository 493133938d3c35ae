namespace EdgeNode.Hardware;

/// <summary>What a supervised loop says: a contact with a resistor in line and one across it.</summary>
public enum LoopState
{
    /// <summary>The contact is open.</summary>
    Open,

    /// <summary>The contact is closed.</summary>
    Closed,

    /// <summary>A wire is cut or loose.</summary>
    Cut,

    /// <summary>The wires touch each other.</summary>
    Short,

    /// <summary>The converter does not answer.</summary>
    Silent,
}
