using System.Buffers;
using System.Text.Json;

namespace EdgeNode.Contracts;

/// <summary>Reads a policy letter whose bookings are handed over one by one: there may be a million of them, and a start waits for it.</summary>
public static class PolicyLetterReader
{
    // Longer names are read as well, but each time anew.
    private const int LongestShared = 128;

    /// <summary>Reads a letter.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="booking">Told of each booking, in order; null where the list has a null.</param>
    /// <returns>The letter without its bookings.</returns>
    /// <exception cref="LetterVersionException">The version is another or missing.</exception>
    /// <exception cref="LetterException">The bytes are no policy letter.</exception>
    public static PolicyLetter Read(ReadOnlySpan<byte> bytes, Action<PolicyBooking?> booking)
    {
        try
        {
            LetterVersion.Check(nameof(PolicyLetter), bytes);
            var reader = new Utf8JsonReader(bytes);
            if (!FindList(ref reader))
            {
                return LetterCodec.Decode<PolicyLetter>(bytes);
            }

            var start = (int)reader.BytesConsumed;
            ReadRows(ref reader, booking);
            byte[] rest = [.. bytes[..start], .. bytes[(int)reader.TokenStartIndex..]];
            return LetterCodec.Decode<PolicyLetter>(rest);
        }
        catch (JsonException error)
        {
            throw LetterException.Unreadable(nameof(PolicyLetter), error);
        }
    }

    private static bool FindList(ref Utf8JsonReader reader)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals("bookings"u8);
            reader.Read();
            if (found)
            {
                return reader.TokenType == JsonTokenType.StartArray;
            }

            reader.Skip();
        }

        return false;
    }

    private static void ReadRows(ref Utf8JsonReader reader, Action<PolicyBooking?> booking)
    {
        // The same few thousand holders and desks stand in all of them.
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            // The usual row is read by hand; any other by the letter's own shape, which refuses what it does not know.
            booking(TryCanonical(ref reader, names) ?? JsonSerializer.Deserialize(ref reader, LetterJson.Default.PolicyBooking));
        }
    }

    private static PolicyBooking? TryCanonical(ref Utf8JsonReader reader, Dictionary<string, string> names)
    {
        var at = reader;
        if (reader.TokenType == JsonTokenType.StartObject
            && IsText(ref at, "id"u8) && at.GetString() is { } id
            && IsText(ref at, "holder"u8) && Shared(ref at, names) is var holder
            && IsText(ref at, "resource"u8) && Shared(ref at, names) is var resource
            && TryNumber(ref at, "start"u8, out var start)
            && TryNumber(ref at, "end"u8, out var end)
            && TryMoment(ref at, "made"u8, out var made)
            && IsMember(ref at, "guests"u8) && at.TokenType == JsonTokenType.StartArray && at.Read() && at.TokenType == JsonTokenType.EndArray
            && IsMember(ref at, "hostFirst"u8) && at.TokenType == JsonTokenType.False
            && at.Read() && at.TokenType == JsonTokenType.EndObject)
        {
            reader = at;
            return new(id, holder, resource, start, end, made, [], false);
        }

        return null;
    }

    private static bool IsText(ref Utf8JsonReader at, ReadOnlySpan<byte> member) => IsMember(ref at, member) && at.TokenType == JsonTokenType.String;

    private static bool TryNumber(ref Utf8JsonReader at, ReadOnlySpan<byte> member, out long value)
    {
        value = 0;
        return IsMember(ref at, member) && at.TokenType == JsonTokenType.Number && at.TryGetInt64(out value);
    }

    private static bool TryMoment(ref Utf8JsonReader at, ReadOnlySpan<byte> member, out long? value)
    {
        value = null;
        if (!IsMember(ref at, member) || at.TokenType is not (JsonTokenType.Null or JsonTokenType.Number))
        {
            return false;
        }

        value = at.TokenType == JsonTokenType.Number && at.TryGetInt64(out var number) ? number : null;
        return value is not null || at.TokenType == JsonTokenType.Null;
    }

    private static bool IsMember(ref Utf8JsonReader at, ReadOnlySpan<byte> member) =>
        at.Read() && at.TokenType == JsonTokenType.PropertyName && at.ValueTextEquals(member) && at.Read();

    private static string Shared(ref Utf8JsonReader at, Dictionary<string, string> names)
    {
        if (at.ValueSpan.Length > LongestShared)
        {
            return at.GetString()!;
        }

        Span<char> text = stackalloc char[LongestShared];
        text = text[..at.CopyString(text)];
        var known = names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(text, out var name))
        {
            known[text] = name = text.ToString();
        }

        return name;
    }
}
