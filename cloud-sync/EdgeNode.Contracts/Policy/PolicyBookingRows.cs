using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace EdgeNode.Contracts;

/// <summary>
/// The bookings of a policy letter, row by row. A row as <see cref="LetterCodec"/> writes it is matched byte by byte, three times as fast as
/// any reader of JSON; every other is read by the letter's own shape, which refuses what it does not know.
/// </summary>
/// <param name="window">What follows the bracket that opens the list is in sight.</param>
internal ref struct PolicyBookingRows(LetterWindow window)
{
    // Longer rows are read as well, but each the long way.
    private const int LongestCanonical = 4096;

    // Longer names are read as well, but each time anew.
    private const int LongestShared = 128;

    // What a text may hold to be its own bytes: no escape, no quote, nothing that JSON forbids, nothing of more than one byte.
    private static readonly SearchValues<byte> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(value => (byte)value).Except("\"\\"u8.ToArray())]);

    // The same few thousand holders and desks stand in all of them.
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private ReadOnlySpan<byte> _left = window.Seen;
    private bool _any;

    /// <summary>Reads the next row; null where the list has a null.</summary>
    /// <returns>False at the end of the list.</returns>
    /// <exception cref="JsonException">What stands there is no row of such a list.</exception>
    public bool TryRead(out PolicyBooking? row)
    {
        row = null;
        SkipSpace();
        if (_left.Length < LongestCanonical && !window.Ended)
        {
            See();
            SkipSpace();
        }

        if (_left is [(byte)']', ..])
        {
            return false;
        }

        if (_any && !Eat(","u8))
        {
            throw new JsonException("Between two rows of a list there is a comma.");
        }

        _any = true;
        row = TryCanonical() ?? Any();
        return true;
    }

    /// <summary>The bracket that closes the list, and what follows it to the letter's end.</summary>
    public byte[] Rest()
    {
        while (!window.Ended)
        {
            See();
        }

        return _left.ToArray();
    }

    private PolicyBooking? Any()
    {
        while (!window.Ended && !HoldsWhole())
        {
            See();
        }

        var reader = new Utf8JsonReader(_left);
        var row = JsonSerializer.Deserialize(ref reader, LetterJson.Default.PolicyBooking);
        _left = _left[(int)reader.BytesConsumed..];
        return row;
    }

    private readonly bool HoldsWhole()
    {
        var reader = new Utf8JsonReader(_left, isFinalBlock: false, default);
        return reader.Read() && reader.TrySkip();
    }

    private void See()
    {
        window.Slide(_left.Length);
        _left = window.Seen;
    }

    private PolicyBooking? TryCanonical()
    {
        var before = _left;
        if (Eat("{\"id\":"u8) && TryText(out var id)
            && Eat(",\"holder\":"u8) && TryText(out var holder)
            && Eat(",\"resource\":"u8) && TryText(out var resource)
            && Eat(",\"start\":"u8) && TryNumber(out var start)
            && Eat(",\"end\":"u8) && TryNumber(out var end)
            && Eat(",\"made\":"u8) && TryNumberOrNull(out var made)
            && Eat(",\"guests\":[],\"hostFirst\":"u8) && TryBoolean(out var hostFirst)
            && Eat("}"u8))
        {
            return new(Encoding.ASCII.GetString(id), Shared(holder), Shared(resource), start, end, made, [], hostFirst);
        }

        _left = before;
        return null;
    }

    private void SkipSpace() => _left = _left.TrimStart(" \t\r\n"u8);

    private bool Eat(ReadOnlySpan<byte> expected)
    {
        if (!_left.StartsWith(expected))
        {
            return false;
        }

        _left = _left[expected.Length..];
        return true;
    }

    private bool TryText(out ReadOnlySpan<byte> text)
    {
        text = default;
        if (!Eat("\""u8))
        {
            return false;
        }

        text = _left[..Math.Max(0, _left.IndexOfAnyExcept(Plain))];
        _left = _left[text.Length..];
        return Eat("\""u8);
    }

    // JSON knows neither a sign + nor a leading zero; such a row goes the long way and is refused there.
    private bool TryNumber(out long value)
    {
        if (!Utf8Parser.TryParse(_left, out value, out var used) || _left[0] is (byte)'+' or (byte)'0' or (byte)'-')
        {
            return false;
        }

        _left = _left[used..];
        return true;
    }

    private bool TryNumberOrNull(out long? value)
    {
        value = null;
        if (Eat("null"u8))
        {
            return true;
        }

        var found = TryNumber(out var number);
        value = number;
        return found;
    }

    private bool TryBoolean(out bool value)
    {
        value = Eat("true"u8);
        return value || Eat("false"u8);
    }

    private readonly string Shared(ReadOnlySpan<byte> ascii)
    {
        if (ascii.Length > LongestShared)
        {
            return Encoding.ASCII.GetString(ascii);
        }

        Span<char> text = stackalloc char[LongestShared];
        text = text[..Encoding.ASCII.GetChars(ascii, text)];
        var known = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(text, out var name))
        {
            known[text] = name = text.ToString();
        }

        return name;
    }
}
