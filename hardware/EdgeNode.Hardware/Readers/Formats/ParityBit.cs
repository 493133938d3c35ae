namespace EdgeNode.Hardware;

/// <summary>A parity bit: the number of ones among itself and the bits it covers is even or odd.</summary>
/// <param name="At">Index of the parity bit.</param>
/// <param name="Odd">Whether that number is odd.</param>
/// <param name="Covers">Which other bits it covers, by index.</param>
public sealed record ParityBit(int At, bool Odd, IReadOnlyList<int> Covers)
{
    /// <summary>Whether it is right in a frame of 0 and 1.</summary>
    public bool Holds(string bits) => Covers.Append(At).Count(index => bits[index] == '1') % 2 == (Odd ? 1 : 0);
}
