using EdgeNode.Core;

namespace EdgeNode.Hardware.Mqtt;

/// <summary>The sensors of the known gateways as configuration: topics, paths and words; no code of their own. Pure.</summary>
public static class MqttSensors
{
    /// <summary>Key under which the decoded bytes of a Milesight uplink are found.</summary>
    internal const string MilesightData = "data:milesight";

    /// <summary>Key under which the battery is found in the same bytes.</summary>
    internal const string MilesightBattery = "battery:milesight";

    // Zigbee link quality is a byte (IEEE 802.15.4-2006, 6.9.8: 0x00 to 0xff).
    private const int BestLinkQuality = 255;

    private static readonly string[] Yes = ["true", "ON", "on", "1", "occupied"];
    private static readonly string[] No = ["false", "OFF", "off", "0", "vacant"];

    /// <summary>A sensor of a known kind.</summary>
    /// <param name="kind">The gateway.</param>
    /// <param name="device">Its name at the gateway: zigbee2mqtt friendly name, ESPHome or Shelly prefix, Tasmota topic, ChirpStack application/devEui.</param>
    /// <param name="part">Which value: occupancy or presence, ESPHome object id, Tasmota POWER or Switch1, Shelly input:0; null = the usual.</param>
    /// <param name="desk">The desk.</param>
    /// <param name="interval">Its reporting interval.</param>
    public static MqttSensor Of(MqttSensorKind kind, string device, string? part, ResourceId desk, TimeSpan interval) => kind switch
    {
        MqttSensorKind.Zigbee2mqtt => new(
            desk,
            interval,
            [Source($"zigbee2mqtt/{device}", part ?? "occupancy")],
            [Alive($"zigbee2mqtt/{device}/availability", "state"), Alive("zigbee2mqtt/bridge/state", "state")],
            [])
        {
            Battery = [new($"zigbee2mqtt/{device}", ["battery"], 100)],
            Signal = [new($"zigbee2mqtt/{device}", ["linkquality"], BestLinkQuality)],
        },
        MqttSensorKind.EspHome => new(
            desk, interval, [Source($"{device}/binary_sensor/{part ?? "occupancy"}/state")], [Alive($"{device}/status")], []),
        MqttSensorKind.ChirpStack => ChirpStack(device, part, desk, interval),
        MqttSensorKind.Tasmota => new(
            desk,
            interval,
            part is null or "POWER" ? [Source($"stat/{device}/POWER")] : [Source($"stat/{device}/RESULT", part, "Action")],
            [Alive($"tele/{device}/LWT")],
            []),
        _ => new(
            desk,
            interval,
            [Source($"{device}/status/{part ?? "input:0"}", "state"), Source($"{device}/events/rpc", "params", part ?? "input:0", "state")],
            [Alive($"{device}/online")],
            []),
    };

    // A codec at the gateway gives an object; without one the bytes are looked at here.
    private static MqttSensor ChirpStack(string device, string? part, ResourceId desk, TimeSpan interval)
    {
        var names = device.Split('/', 2);
        var topic = $"application/{names[0]}/device/{names[^1]}/event/up";
        return new(desk, interval, [Source(topic, "object", part ?? "occupancy"), Source(topic, MilesightData)], [], ["deduplicationId"])
        {
            Battery = [new(topic, ["object", "battery"], 100), new(topic, [MilesightBattery], 100)],
        };
    }

    private static MqttSource Source(string topic, params string[] path) => new(topic, path, Yes, No);

    private static MqttSource Alive(string topic, params string[] path) => new(topic, path, ["online", "Online", "true"], ["offline", "Offline", "false"]);
}
