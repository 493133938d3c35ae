using System.Text.Json;

namespace EdgeNode.Contracts;

/// <summary>Reads a policy letter whose bookings are handed over one by one: there may be a million of them, and a start waits for it.</summary>
public static class PolicyLetterReader
{
    /// <summary>Reads a letter to its end.</summary>
    /// <param name="letter">Its bytes.</param>
    /// <param name="booking">Told of each booking, in order; null where the list has a null.</param>
    /// <returns>The letter without its bookings.</returns>
    /// <exception cref="LetterVersionException">The version is another or missing.</exception>
    /// <exception cref="LetterException">The bytes are no policy letter.</exception>
    public static PolicyLetter Read(Stream letter, Action<PolicyBooking?> booking)
    {
        try
        {
            var window = new LetterWindow(letter);
            if (!FindList(window, out var before))
            {
                return LetterCodec.Decode<PolicyLetter>(before);
            }

            var rows = new PolicyBookingRows(window);
            while (rows.TryRead(out var row))
            {
                booking(row);
            }

            byte[] rest = [.. before, .. rows.Rest()];
            return LetterCodec.Decode<PolicyLetter>(rest);
        }
        catch (JsonException error)
        {
            throw LetterException.Unreadable(nameof(PolicyLetter), error);
        }
    }

    // Leaves what follows the list's bracket in sight. The version stands before it. Without such a list all of the letter does.
    private static bool FindList(LetterWindow window, out byte[] before)
    {
        while (true)
        {
            window.Slide(window.Seen.Length);
            var reader = new Utf8JsonReader(window.Seen, isFinalBlock: false, default);
            var found = IsAtList(ref reader);
            if (found || window.Ended)
            {
                before = window.Seen[..(found ? (int)reader.BytesConsumed : window.Seen.Length)].ToArray();
                LetterVersion.Check(nameof(PolicyLetter), found ? [.. before, .. "]}"u8] : before);
                window.Slide(window.Seen.Length - before.Length);
                return found;
            }
        }
    }

    private static bool IsAtList(ref Utf8JsonReader reader)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals("bookings"u8);
            if (!reader.Read() || found || !reader.TrySkip())
            {
                return found && reader.TokenType == JsonTokenType.StartArray;
            }
        }

        return false;
    }
}
