namespace EdgeNode.Hardware.Simulated;

/// <summary>
/// A supervised loop as a network of resistors: 2.2 kOhm up to the supply, a wire there and back, 1 kOhm in line and 3.3 kOhm across the contact.
/// </summary>
public sealed class VirtualLoop
{
    private const double PullUp = 2_200;
    private const double InLine = 1_000;
    private const double Across = 3_300;

    /// <summary>Whether the contact at its end is closed.</summary>
    public bool IsClosed { get; set; }

    /// <summary>Whether a wire is cut.</summary>
    public bool IsCut { get; set; }

    /// <summary>Whether the wires touch each other.</summary>
    public bool IsShort { get; set; }

    /// <summary>Resistance of the wire, there and back, in ohm.</summary>
    public double Wire { get; set; } = 10;

    /// <summary>Leak from wire to wire, in ohm.</summary>
    public double Leak { get; set; } = 10_000_000;

    /// <summary>How far the resistors are from what is printed on them: pull-up, in line, across; 1 = not at all.</summary>
    public (double PullUp, double InLine, double Across) Error { get; set; } = (1, 1, 1);

    /// <summary>The voltage at the converter as a share of the supply.</summary>
    public double Share
    {
        get
        {
            var end = (InLine * Error.InLine) + (IsClosed ? 0 : Across * Error.Across);
            var loop = IsShort ? Wire : IsCut ? double.PositiveInfinity : Wire + end;
            var line = 1 / ((1 / loop) + (1 / Leak));
            return line / (line + (PullUp * Error.PullUp));
        }
    }
}
