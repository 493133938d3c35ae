using System.Text.Json.Serialization;

namespace EdgeNode.Contracts;

/// <summary>What a usage day consists of, signed with the site's key.</summary>
/// <param name="Site">The visited site.</param>
/// <param name="Epoch">Epoch of its journal.</param>
/// <param name="Day">Local date.</param>
/// <param name="Through">Sequence of the record that closed the day.</param>
/// <param name="ChainHead">Hash of that record, lower-case hex.</param>
/// <param name="Count">Sessions in all chunks.</param>
/// <param name="Minutes">Sum of all sessions' minutes.</param>
/// <param name="Chunks">SHA-256 of each chunk's canonical bytes before compression, lower-case hex, by index from 0.</param>
public sealed record UsageManifest(
    string Site, string Epoch, DateOnly Day, long Through, string ChainHead, int Count, long Minutes, IReadOnlyList<string> Chunks)
    : SignedLetter
{
    /// <summary>The last record before the end of the day that says that the journal was put back from a copy; 0, and then not written, when it never was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Restored { get; init; }
}
