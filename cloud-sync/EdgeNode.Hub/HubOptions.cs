namespace EdgeNode.Hub;

/// <summary>What a hub is started with.</summary>
/// <param name="Database">Path of its SQLite file, or connection string of its PostgreSQL database.</param>
/// <param name="BrokerHost">Name or address of the broker.</param>
/// <param name="BrokerPort">Its port.</param>
/// <param name="SigningSeed">Seed of the network's Ed25519 key, 32 bytes.</param>
/// <param name="IdentifierKey">The network's identifier key, 32 bytes.</param>
public sealed record HubOptions(string Database, string BrokerHost, int BrokerPort, byte[] SigningSeed, byte[] IdentifierKey)
{
    /// <summary>User name at the broker; null = none.</summary>
    public string? User { get; init; }

    /// <summary>Password at the broker; null = none.</summary>
    public string? Password { get; init; }

    /// <summary>TLS with certificates at both ends; null = none, for a broker on this machine.</summary>
    public HubTls? Tls { get; init; }

    /// <summary>The network's certificate authority, to renew the sites' certificates; null = somebody else does.</summary>
    public HubAuthority? Authority { get; init; }

    /// <summary>Name of this worker at the broker; each worker has another.</summary>
    public string Worker { get; init; } = "hub-1";

    /// <summary>Whether several hub workers share the letters (MQTT 5 shared subscription); false for a broker that knows no such thing, with one worker.</summary>
    public bool SharesSubscription { get; init; } = true;

    /// <summary>Longest wait before a reconnect to the broker.</summary>
    public TimeSpan LongestReconnectWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Address of the API and the page; null = neither.</summary>
    public Uri? Listen { get; init; }

    /// <summary>Bearer token that the API asks for; null = none, on loopback only.</summary>
    public string? Token { get; init; }

    /// <summary>Redacted: prints no key or password.</summary>
    public override string ToString() => $"hub at {BrokerHost}:{BrokerPort}";
}
