namespace EdgeNode.Worker;

/// <summary>How an input of a door hangs at the node. Closed set.</summary>
internal abstract record InputWire
{
    private InputWire()
    {
    }

    /// <summary>At a pin: a plain wire.</summary>
    public sealed record AtPin(string Chip, int Number) : InputWire;

    /// <summary>At a converter: a supervised loop.</summary>
    public sealed record AtConverter(string Converter, int Channel) : InputWire;
}
