namespace EdgeNode.Worker;

/// <summary>sensorBroker: the broker of desk sensors that speak MQTT.</summary>
internal static class SensorBrokerSection
{
    public static SensorBrokerSettings Read(MapReader root) =>
        root.Optional("sensorBroker").Map("sensors' broker", Broker) ?? SensorBrokerSettings.Usual;

    private static SensorBrokerSettings Broker(MapReader map) => new(
        NetworkSection.Host(map.Required("broker", SensorBrokerSettings.Usual.Host)),
        map.Optional("port").Whole(1, 65535, SensorBrokerSettings.Usual.Port) ?? SensorBrokerSettings.Usual.Port,
        map.Optional("user").Text(),
        NetworkSection.Password(map));
}
