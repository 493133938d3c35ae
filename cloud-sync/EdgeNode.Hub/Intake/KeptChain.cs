using System.Text.Json;
using EdgeNode.Core;

namespace EdgeNode.Hub;

/// <summary>
/// The chain of an epoch as far as it is kept. Looks only at what the chain stands on, number and hash of the record before: kinds of
/// facts that a newer site knows are kept all the same, and it costs a tenth of reading the whole record.
/// </summary>
internal sealed class KeptChain(long sequence, string head)
{
    /// <summary>Last sequence kept; 0 before the first.</summary>
    public long Sequence { get; private set; } = sequence;

    /// <summary>Its hash.</summary>
    public string Head { get; private set; } = head;

    /// <summary>Takes the next record, or says in words what is wrong with it and takes nothing.</summary>
    public string? TryAccept(ReadOnlySpan<byte> line)
    {
        try
        {
            var (number, previous) = Read(line);
            if (number != Sequence + 1 || previous != Head)
            {
                return $"Record {number} does not follow record {Sequence}: {(number != Sequence + 1 ? $"{Sequence + 1} was due." : "it covers another record before it.")}";
            }

            (Sequence, Head) = (number, JournalCodec.HashOf(line));
            return null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            return $"After record {Sequence}: {error.Message}";
        }
    }

    // The whole line is walked, so that what is no JSON is refused here and not years later.
    private static (long Sequence, string? Previous) Read(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        var (sequence, previous) = (0L, (string?)null);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isSequence, isPrevious) = (reader.ValueTextEquals("seq"u8), reader.ValueTextEquals("prev"u8));
            reader.Read();
            sequence = isSequence ? reader.GetInt64() : sequence;
            previous = isPrevious ? reader.GetString() : previous;
            reader.Skip();
        }

        return reader.Read() ? throw new JsonException("something follows the record.") : (sequence, previous);
    }
}
