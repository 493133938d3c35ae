using System.Buffers;

namespace EdgeNode.Contracts;

/// <summary>A journal batch to bytes and back: Brotli over lines, so that every record keeps the very bytes that its hash covers.</summary>
public static class JournalBatchCodec
{
    private const byte LineFeed = (byte)'\n';

    /// <summary>Compressed bytes of a batch.</summary>
    public static byte[] Pack(JournalBatch batch)
    {
        var text = new ArrayBufferWriter<byte>();
        text.Write(LetterCodec.Encode(batch));
        foreach (var line in batch.Lines)
        {
            text.Write([LineFeed]);
            text.Write(line.Span);
        }

        return LetterBrotli.Compress(text.WrittenSpan);
    }

    /// <summary>Reads a batch; its number of lines agrees with its sequences. Hashes are the receiver's to check.</summary>
    /// <exception cref="LetterException">The bytes are no batch.</exception>
    public static JournalBatch Unpack(ReadOnlySpan<byte> packed)
    {
        ReadOnlyMemory<byte> text = LetterBrotli.Decompress(packed, LetterBrotli.DefaultLimit);
        var lines = new List<ReadOnlyMemory<byte>>();
        for (var end = text.Span.IndexOf(LineFeed); end >= 0; end = text.Span.IndexOf(LineFeed))
        {
            lines.Add(text[..end]);
            text = text[(end + 1)..];
        }

        lines.Add(text);
        var batch = LetterCodec.Decode<JournalBatch>(lines[0].Span);
        lines.RemoveAt(0);
        var due = batch.Last - batch.First + 1;
        return batch.First >= 1 && due is >= 1 and <= JournalBatch.MaxRecords && due == lines.Count
            ? batch with { Lines = lines }
            : throw new LetterException(
                $"{nameof(JournalBatch)}: records {batch.First} to {batch.Last} announced, {lines.Count} lines found, 1 to {JournalBatch.MaxRecords} allowed. The site must send the batch again.");
    }
}
