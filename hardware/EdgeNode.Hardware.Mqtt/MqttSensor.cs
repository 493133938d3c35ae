using EdgeNode.Core;

namespace EdgeNode.Hardware.Mqtt;

/// <summary>A desk sensor that speaks MQTT: where its values come, and how to tell that it lives.</summary>
/// <param name="Desk">The desk.</param>
/// <param name="Interval">Its reporting interval; a sensor that only tells changes is repeated at it while it is known to live.</param>
/// <param name="Presence">Topics on which presence comes.</param>
/// <param name="Availability">Topics that all have to say that it lives; empty = only its reports tell.</param>
/// <param name="DuplicateKey">Path of a value that tells one report delivered twice; empty = none.</param>
public sealed record MqttSensor(
    ResourceId Desk,
    TimeSpan Interval,
    IReadOnlyList<MqttSource> Presence,
    IReadOnlyList<MqttSource> Availability,
    IReadOnlyList<string> DuplicateKey)
{
    /// <summary>Where what is left in its battery comes, per cent; empty = nowhere.</summary>
    public IReadOnlyList<MqttScale> Battery { get; init; } = [];

    /// <summary>Where it comes how well its gateway hears it; empty = nowhere.</summary>
    public IReadOnlyList<MqttScale> Signal { get; init; } = [];
}
