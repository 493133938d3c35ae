using System.Globalization;
using System.Text.Json;

namespace EdgeNode.Contracts;

/// <summary>Looks at the version before anything else of a letter is believed.</summary>
internal static class LetterVersion
{
    public static void Check(string kind, ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new LetterException($"{kind}: the bytes are no JSON object. Look for a sender of another version or for damage on the way.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isVersion = reader.ValueTextEquals("v"u8);
            reader.Read();
            if (isVersion)
            {
                Require(kind, ref reader);
                return;
            }

            reader.Skip();
        }

        throw LetterVersionException.Of(kind, "is missing");
    }

    private static void Require(string kind, ref Utf8JsonReader reader)
    {
        var version = 0L;
        var isNumber = reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out version);
        if (version != Letter.CurrentVersion)
        {
            throw LetterVersionException.Of(kind, isNumber ? version.ToString(CultureInfo.InvariantCulture) : "is no number");
        }
    }
}
