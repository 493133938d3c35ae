namespace EdgeNode.Hardware.Mqtt;

/// <summary>The broker that the sensors' gateways speak to, on the site's own network.</summary>
/// <param name="Host">Name or address.</param>
/// <param name="Port">Its port.</param>
/// <param name="User">User name; null = none.</param>
/// <param name="Password">Password; null = none.</param>
public sealed record MqttBroker(string Host, int Port, string? User, string? Password)
{
    /// <summary>Redacted: prints no password.</summary>
    public override string ToString() => $"{Host}:{Port}";
}
