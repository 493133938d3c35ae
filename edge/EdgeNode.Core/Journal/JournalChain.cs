using System.Text.Json;

namespace EdgeNode.Core;

/// <summary>Checks records one after another: sequence without gaps, each covering the one before.</summary>
public sealed class JournalChain
{
    /// <summary>Last sequence accepted; 0 before the first.</summary>
    public long Sequence { get; private set; }

    /// <summary>Hash of the last record accepted.</summary>
    public string Head { get; private set; } = JournalCodec.Genesis;

    /// <summary>Starts at the first record, or behind a known one.</summary>
    public JournalChain(long sequence = 0, string? head = null)
    {
        Sequence = sequence;
        Head = head ?? JournalCodec.Genesis;
    }

    /// <summary>Takes the next record, or says in words what is wrong with it and takes nothing.</summary>
    /// <returns>Null when the record follows.</returns>
    public string? TryAccept(ReadOnlySpan<byte> publicLine, ReadOnlySpan<byte> personal, out JournalEntry? entry)
    {
        entry = null;
        try
        {
            var (read, previous) = JournalCodec.Decode(publicLine, personal);
            if (read.Sequence != Sequence + 1 || previous != Head)
            {
                return $"Record {read.Sequence} does not follow record {Sequence}: " +
                    (read.Sequence != Sequence + 1 ? $"{Sequence + 1} was due." : "it covers another record before it.");
            }

            (entry, Sequence, Head) = (read, read.Sequence, JournalCodec.HashOf(publicLine));
            return null;
        }
        catch (Exception error) when (error is JsonException or FormatException or ArgumentOutOfRangeException)
        {
            return $"After record {Sequence}: {error.Message}";
        }
    }
}
