using System.Text.Json.Serialization;

namespace EdgeNode.Contracts;

/// <summary>
/// A site's word that it has no records of these numbers and will never send them: its disk was damaged, or it was put back from a copy. The chain goes on behind them,
/// and the hub keeps this letter in their place.
/// </summary>
/// <param name="Site">The site.</param>
/// <param name="Epoch">Epoch of its journal.</param>
/// <param name="First">Sequence of the first record lost.</param>
/// <param name="Last">Sequence of the last one.</param>
/// <param name="Head">What the record behind them gives as the hash of the record before it, lower-case hex.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record JournalLoss(string Site, string Epoch, long First, long Last, string Head) : SignedLetter
{
    /// <summary>The site was put back from a copy and passed over these numbers, so that none is used twice; false, and then not written, when a disk was damaged.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Restored { get; init; }
}
