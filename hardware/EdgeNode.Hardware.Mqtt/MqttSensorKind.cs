namespace EdgeNode.Hardware.Mqtt;

/// <summary>Gateways whose topics are known.</summary>
public enum MqttSensorKind
{
    /// <summary>Zigbee sensors behind zigbee2mqtt.</summary>
    Zigbee2mqtt,

    /// <summary>A device with ESPHome.</summary>
    EspHome,

    /// <summary>LoRaWAN sensors behind ChirpStack 4, Milesight VS340 and VS341 also without a codec there.</summary>
    ChirpStack,

    /// <summary>A device with Tasmota.</summary>
    Tasmota,

    /// <summary>A Shelly of the second generation or later.</summary>
    Shelly,
}
