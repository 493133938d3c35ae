using System.Text;
using System.Text.Json;

namespace EdgeNode.Hardware.Mqtt;

/// <summary>Reads values out of payloads. Total: whatever comes, it is a value or nothing. Pure.</summary>
internal static class SensorPayload
{
    private const int Longest = 16 * 1024;

    /// <summary>Yes, no, or nothing that this source knows.</summary>
    public static bool? Read(MqttSource source, ReadOnlySpan<byte> payload)
    {
        var text = Text(payload, source.Path);
        return text is null ? null : source.On.Contains(text) ? true : source.Off.Contains(text) ? false : null;
    }

    /// <summary>The text of a value; null where there is none.</summary>
    public static string? Text(ReadOnlySpan<byte> payload, IReadOnlyList<string> path)
    {
        if (payload.Length > Longest)
        {
            return null;
        }

        // ESPHome, Tasmota and Shelly answer some topics with a bare word.
        return path.Count == 0 ? Encoding.UTF8.GetString(payload).Trim() : Value(payload, path);
    }

    private static string? Value(ReadOnlySpan<byte> payload, IReadOnlyList<string> path)
    {
        try
        {
            using var document = JsonDocument.Parse(payload.ToArray());
            var at = document.RootElement;
            foreach (var key in path)
            {
                if (at.ValueKind != JsonValueKind.Object)
                {
                    return null;
                }

                if (key is MqttSensors.MilesightData or MqttSensors.MilesightBattery)
                {
                    return Milesight(at, key);
                }

                if (!at.TryGetProperty(key, out at))
                {
                    return null;
                }
            }

            return at.ValueKind switch
            {
                JsonValueKind.String => at.GetString(),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                JsonValueKind.Number => at.GetRawText(),
                _ => null,
            };
        }
        catch (JsonException)
        {
            // Not JSON: nothing that this source knows.
            return null;
        }
    }

    // Milesight VS340/VS341: channel 03 type 00 is occupancy, channel 01 type 75 the battery in per cent; each one byte.
    private static string? Milesight(JsonElement uplink, string wanted)
    {
        if (!uplink.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.String || !data.TryGetBytesFromBase64(out var bytes))
        {
            return null;
        }

        for (var index = 0; index + 2 < bytes.Length; index += 3)
        {
            switch (bytes[index], bytes[index + 1])
            {
                case (0x03, 0x00) when wanted == MqttSensors.MilesightData:
                    return bytes[index + 2] switch { 1 => "occupied", 0 => "vacant", _ => null };
                case (0x01, 0x75) when wanted == MqttSensors.MilesightBattery:
                    return $"{bytes[index + 2]}";
                case (0x03, 0x00) or (0x01, 0x75):
                    continue;
                default:
                    return null;
            }
        }

        return null;
    }
}
