namespace EdgeNode.Hardware;

/// <summary>One published card format: its length, its parity bits and its fields.</summary>
/// <param name="Name">The format's published name.</param>
/// <param name="Bits">Length in bits.</param>
/// <param name="Facility">Where the facility code stands; null = the format has none.</param>
/// <param name="Number">Where the card number stands.</param>
/// <param name="Parities">Its parity bits.</param>
public sealed record WiegandFormat(
    string Name, int Bits, BitField? Facility, BitField Number, IReadOnlyList<ParityBit> Parities)
{
    /// <summary>Whether each bit of its fields stands under a parity, so that a disturbed frame cannot pass for another card unseen.</summary>
    public bool IsGuarded { get; } = (Facility?.Bits ?? []).Concat(Number.Bits)
        .All(bit => Parities.Any(parity => parity.At == bit || parity.Covers.Contains(bit)));

    /// <summary>Whether every parity bit is right; the bits have the format's length.</summary>
    public bool ParityHolds(string bits) => Parities.All(parity => parity.Holds(bits));
}
