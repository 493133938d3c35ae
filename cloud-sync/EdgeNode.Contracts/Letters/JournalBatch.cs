using System.Text.Json.Serialization;

namespace EdgeNode.Contracts;

/// <summary>Consecutive journal records. Travels as Brotli over one line of JSON for the head and one line for each record, byte for byte.</summary>
/// <param name="Site">The site.</param>
/// <param name="Epoch">Epoch of its journal: a sequence counts only within it.</param>
/// <param name="First">Sequence of the first record.</param>
/// <param name="Last">Sequence of the last record; <c>Last - First + 1</c> records follow.</param>
/// <param name="Prev">Hash of the record before the first.</param>
/// <param name="Head">Hash of the last record.</param>
public sealed record JournalBatch(string Site, string Epoch, long First, long Last, string Prev, string Head) : Letter
{
    /// <summary>Most records in one batch.</summary>
    public const int MaxRecords = 500;

    /// <summary>The records' public lines: UTF-8 JSON without line feed, as the chain covers them.</summary>
    [JsonIgnore]
    public IReadOnlyList<ReadOnlyMemory<byte>> Lines { get; init; } = [];
}
