namespace EdgeNode.Hardware;

/// <summary>
/// From a voltage to the state of a loop. 2.2 kOhm lead from 3.3 V to the line; at the contact 1 kOhm lies in line and 3.3 kOhm across it. So a
/// shorted loop has 0 of the supply, a closed contact 0.31, an open one 0.66, a cut loop 1.
/// </summary>
public static class LoopLevels
{
    // Half-way between two states, a little nearer to a closed contact than to an open one: what is not clearly closed is no shut door and no pressed button.
    private const double Closed = 0.16;
    private const double Open = 0.45;
    private const double Cut = 0.83;

    /// <summary>The state at a share of the supply.</summary>
    public static LoopState Of(double share) => share switch
    {
        >= Cut => LoopState.Cut,
        >= Open => LoopState.Open,
        >= Closed => LoopState.Closed,
        _ => LoopState.Short,
    };
}
