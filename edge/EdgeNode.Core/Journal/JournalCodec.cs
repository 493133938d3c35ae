using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace EdgeNode.Core;

/// <summary>
/// The canonical bytes of a journal record, both ways. Version 1: one JSON object with the hash of the record before in
/// <c>prev</c> and, where a person or a desk is concerned, a commitment in <c>who</c>: HMAC-SHA-256 over the details, keyed with a
/// salt of 16 bytes made for this record alone. The details lie beside the line and can be erased. Of a desk's change the line says
/// only the quarter of an hour.
/// </summary>
public static class JournalCodec
{
    /// <summary>Length of a salt in bytes.</summary>
    public const int SaltLength = 16;

    /// <summary>The <c>prev</c> of the first record.</summary>
    public static readonly string Genesis = new('0', 64);

    private const int Version = 1;

    /// <summary>Whether a fact has details that lie beside the chain.</summary>
    public static bool HasDetails(JournalFact fact) => fact is { Who: not null } or JournalFact.DeskChanged { Desk: not null };

    /// <summary>Writes one record.</summary>
    /// <param name="entry">The record.</param>
    /// <param name="previousHash">Hash of the record before, or <see cref="Genesis"/>.</param>
    /// <param name="salt">Fresh random bytes, <see cref="SaltLength"/> of them; unused where nothing <see cref="HasDetails"/>.</param>
    public static JournalLine Encode(JournalEntry entry, string previousHash, ReadOnlySpan<byte> salt)
    {
        var personal = DetailsOf(entry, salt);
        var (up, wall) = entry.Fact is JournalFact.DeskChanged
            ? (Quarter(Milliseconds(entry.At.Uptime)), Quarter(entry.At.Wall.ToUnixTimeMilliseconds()))
            : (Milliseconds(entry.At.Uptime), entry.At.Wall.ToUnixTimeMilliseconds());
        var line = new PublicLine(
            Version,
            entry.Sequence,
            previousHash,
            up,
            wall,
            entry.At.Trust,
            entry.Fact,
            personal is null ? null : Commit(personal));
        var bytes = JsonSerializer.SerializeToUtf8Bytes(line, JournalJson.Default.PublicLine);
        return new(
            entry.Sequence,
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

        var read = new JournalEntry(line.Seq, At(line.Up, line.Wall, line.Trust), line.Fact);
        return (personal.IsEmpty ? read : WithDetails(read, ReadDetails(line, personal)), line.Prev);
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

    private static Moment At(long up, long wall, ClockTrust trust) =>
        new(TimeSpan.FromMilliseconds(up), DateTimeOffset.FromUnixTimeMilliseconds(wall), trust);

    private static long Milliseconds(TimeSpan span) => (long)span.TotalMilliseconds;

    private static long Quarter(long milliseconds) => milliseconds - (milliseconds % (long)DeskQuarters.Length.TotalMilliseconds);

    private static PersonalLine? DetailsOf(JournalEntry entry, ReadOnlySpan<byte> salt) => entry.Fact switch
    {
        { Who: { } who } => new(Convert.ToHexStringLower(salt), who.Holder, who.Booking, null),
        JournalFact.DeskChanged { Desk: { } desk, Occupancy: { } occupancy } changed =>
            new(Convert.ToHexStringLower(salt), null, null, new(desk, occupancy, Milliseconds(entry.At.Uptime), entry.At.Wall.ToUnixTimeMilliseconds(), changed.Since?.ToUnixTimeMilliseconds())),
        _ => null,
    };

    private static JournalEntry WithDetails(JournalEntry entry, PersonalLine details) => (entry.Fact, details) switch
    {
        (JournalFact.DeskChanged changed, { Desk: { } desk }) => entry with
        {
            At = At(desk.Up, desk.Wall, entry.At.Trust),
            Fact = changed with
            {
                Desk = desk.Desk,
                Occupancy = desk.Occupancy,
                Since = desk.Since is { } since ? DateTimeOffset.FromUnixTimeMilliseconds(since) : null,
            },
        },
        (_, { Holder: { } holder }) => entry with { Fact = entry.Fact with { Who = new(holder, details.Booking) } },
        _ => throw new JsonException($"Record {entry.Sequence}: the details beside it are of another kind of record."),
    };

    private static PersonalLine ReadDetails(PublicLine line, ReadOnlySpan<byte> personal)
    {
        var read = JsonSerializer.Deserialize(personal, JournalJson.Default.PersonalLine);
        return read is not null && line.Who == Commit(read)
            ? read
            : throw new JsonException($"Record {line.Seq}: the personal part is not the one that the chain commits to.");
    }

    private static string Commit(PersonalLine details)
    {
        var text = details.Desk is { } desk
            ? $"desk\n{desk.Desk}\n{desk.Occupancy}\n{desk.Up}\n{desk.Wall}{(desk.Since is { } since ? $"\n{since}" : "")}"
            : $"{details.Holder?.Value}\n{details.Booking?.Value}";
        return Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromHexString(details.Salt), Encoding.UTF8.GetBytes(text)));
    }

    internal sealed record PublicLine(
        int V, long Seq, string Prev, long Up, long Wall, ClockTrust Trust, JournalFact Fact, string? Who);

    internal sealed record PersonalLine(string Salt, HolderRef? Holder, BookingId? Booking, DeskLine? Desk);

    internal sealed record DeskLine(ResourceId Desk, DeskOccupancy Occupancy, long Up, long Wall, long? Since);
}
