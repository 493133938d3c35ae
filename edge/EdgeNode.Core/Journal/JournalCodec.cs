using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace EdgeNode.Core;

/// <summary>
/// The canonical bytes of a journal record, both ways. Version 1: one JSON object with the hash of the record before in
/// <c>prev</c> and, where a person is concerned, a commitment in <c>who</c>: HMAC-SHA-256 over the personal part, keyed with a
/// salt of 16 bytes made for this record alone.
/// </summary>
public static class JournalCodec
{
    /// <summary>Length of a salt in bytes.</summary>
    public const int SaltLength = 16;

    /// <summary>The <c>prev</c> of the first record.</summary>
    public static readonly string Genesis = new('0', 64);

    private const int Version = 1;

    /// <summary>Writes one record.</summary>
    /// <param name="entry">The record.</param>
    /// <param name="previousHash">Hash of the record before, or <see cref="Genesis"/>.</param>
    /// <param name="salt">Fresh random bytes, <see cref="SaltLength"/> of them; unused where no person is concerned.</param>
    public static JournalLine Encode(JournalEntry entry, string previousHash, ReadOnlySpan<byte> salt)
    {
        var personal = PersonalOf(entry.Fact, salt);
        var line = new PublicLine(
            Version,
            entry.Sequence,
            previousHash,
            (long)entry.At.Uptime.TotalMilliseconds,
            entry.At.Wall.ToUnixTimeMilliseconds(),
            entry.At.Trust,
            entry.Fact,
            personal is null ? null : Commit(personal));
        var bytes = JsonSerializer.SerializeToUtf8Bytes(line, JournalJson.Default.PublicLine);
        return new(
            bytes,
            personal is null ? [] : JsonSerializer.SerializeToUtf8Bytes(personal, JournalJson.Default.PersonalLine),
            HashOf(bytes));
    }

    /// <summary>SHA-256 of a public line, lower-case hex.</summary>
    public static string HashOf(ReadOnlySpan<byte> publicLine) => Convert.ToHexStringLower(SHA256.HashData(publicLine));

    /// <summary>Reads one record and checks its commitment; an erased personal part gives a fact without a person.</summary>
    /// <exception cref="JsonException">The bytes are no record of a known version, or the personal part is not what was committed to.</exception>
    public static (JournalEntry Entry, string PreviousHash) Decode(ReadOnlySpan<byte> publicLine, ReadOnlySpan<byte> personal)
    {
        var line = Read(publicLine);
        if (line.V != Version)
        {
            throw new JsonException($"Record {line.Seq} has version {line.V}; this program reads version {Version}. Install a newer version to read it.");
        }

        var at = new Moment(TimeSpan.FromMilliseconds(line.Up), DateTimeOffset.FromUnixTimeMilliseconds(line.Wall), line.Trust);
        return (new(line.Seq, at, line.Fact with { Who = ReadPersonal(line, personal) }), line.Prev);
    }

    private static PublicLine Read(ReadOnlySpan<byte> publicLine)
    {
        try
        {
            return JsonSerializer.Deserialize(publicLine, JournalJson.Default.PublicLine) is { Fact: not null, Prev: not null } line
                ? line
                : throw new JsonException("The record is null, or has no fact or no hash of the record before.");
        }
        catch (NotSupportedException error)
        {
            throw new JsonException($"The record's fact is of no known kind ({error.Message}).", error);
        }
    }

    private static PersonalLine? PersonalOf(JournalFact fact, ReadOnlySpan<byte> salt) =>
        fact.Who is { } who ? new(Convert.ToHexStringLower(salt), who.Holder, who.Booking) : null;

    private static Personal? ReadPersonal(PublicLine line, ReadOnlySpan<byte> personal)
    {
        if (personal.IsEmpty)
        {
            return null;
        }

        var read = JsonSerializer.Deserialize(personal, JournalJson.Default.PersonalLine);
        return read is not null && line.Who == Commit(read)
            ? new(read.Holder, read.Booking)
            : throw new JsonException($"Record {line.Seq}: the personal part is not the one that the chain commits to.");
    }

    private static string Commit(PersonalLine personal)
    {
        var text = $"{personal.Holder.Value}\n{personal.Booking?.Value}";
        return Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromHexString(personal.Salt), Encoding.UTF8.GetBytes(text)));
    }

    internal sealed record PublicLine(
        int V, long Seq, string Prev, long Up, long Wall, ClockTrust Trust, JournalFact Fact, string? Who);

    internal sealed record PersonalLine(string Salt, HolderRef Holder, BookingId? Booking);
}
