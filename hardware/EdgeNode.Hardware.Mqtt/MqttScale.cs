namespace EdgeNode.Hardware.Mqtt;

/// <summary>One topic on which a number comes.</summary>
/// <param name="Topic">The topic, without wildcards.</param>
/// <param name="Path">Keys from the outermost to the number in a JSON payload.</param>
/// <param name="Full">The number that means 100 per cent; 0 means none.</param>
public sealed record MqttScale(string Topic, IReadOnlyList<string> Path, int Full)
{
    /// <summary>What a payload says, in whole per cent; null where it says nothing, or a number out of its range.</summary>
    internal int? Read(string topic, ReadOnlySpan<byte> payload) =>
        topic == Topic
        && SensorPayload.Text(payload, Path) is { } text
        && decimal.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number)
        && number >= 0 && number <= Full
            ? (int)(number * 100 / Full)
            : null;
}
