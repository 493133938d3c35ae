using System.Collections.Immutable;

namespace EdgeNode.Worker;

/// <summary>Names of the card formats that a Wiegand reader may send.</summary>
internal static class CardFormats
{
    public static readonly ImmutableArray<string> All = ["H10301", "H10306", "H10304", "H10302"];
}
