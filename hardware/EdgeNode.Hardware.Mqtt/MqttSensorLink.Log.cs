using Microsoft.Extensions.Logging;

namespace EdgeNode.Hardware.Mqtt;

internal static partial class MqttSensorLinkLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The sensors' broker {Broker} is gone ({Reason}); their desks become unknown until it is back.")]
    public static partial void BrokerLost(this ILogger log, MqttBroker broker, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The sensors' broker {Broker} is there.")]
    public static partial void BrokerBack(this ILogger log, MqttBroker broker);
}
