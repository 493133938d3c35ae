using System.Text.Json;
using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>Writes a text identifier as a plain JSON string.</summary>
internal abstract class TextIdJson<T>(Func<string, T> parse, Func<T, string> text) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        parse(reader.GetString() ?? throw new JsonException($"{typeof(T).Name}: null is not an identifier; write a text."));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(text(value));
}
