namespace EdgeNode.Core;

/// <summary>The PINs of a holder.</summary>
/// <param name="Usual">For every day.</param>
/// <param name="Duress">For entry under threat; null = none.</param>
public sealed record HolderPin(PinHash Usual, PinHash? Duress)
{
    /// <summary>Holds a code against both, whatever the first says, so that the time tells nothing. Slow on purpose: never in the loop's own thread.</summary>
    public PinOutcome Verify(PinCode code)
    {
        var (duress, usual) = (Duress?.Verify(code) ?? false, Usual.Verify(code));
        return duress ? PinOutcome.Duress : usual ? PinOutcome.Right : PinOutcome.Wrong;
    }
}
