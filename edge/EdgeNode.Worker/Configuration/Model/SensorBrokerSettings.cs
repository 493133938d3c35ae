namespace EdgeNode.Worker;

/// <summary>The broker to which the gateways of desk sensors speak.</summary>
/// <param name="Host">Name or address.</param>
/// <param name="Port">Its port.</param>
/// <param name="User">User name; null = none.</param>
/// <param name="Password">Where the password lies; null = none.</param>
public sealed record SensorBrokerSettings(string Host, int Port, string? User, PasswordSource? Password)
{
    /// <summary>A broker on the node itself, without password.</summary>
    public static SensorBrokerSettings Usual { get; } = new("127.0.0.1", 1883, null, null);
}
