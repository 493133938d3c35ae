using System.Text.Json;

namespace EdgeNode.Contracts;

/// <summary>Reads a policy letter whose bookings are handed over one by one: there may be a million of them, and a start waits for it.</summary>
public static class PolicyLetterReader
{
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
            var rows = new PolicyBookingRows(bytes[start..]);
            while (rows.TryRead(out var row))
            {
                booking(row);
            }

            byte[] rest = [.. bytes[..start], .. rows.Rest];
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
}
