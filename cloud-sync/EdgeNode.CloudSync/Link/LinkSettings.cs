namespace EdgeNode.CloudSync;

/// <summary>How a site reaches the network.</summary>
/// <param name="Site">The site: client id, and its name in every topic.</param>
/// <param name="Host">Name or address of the broker.</param>
/// <param name="Port">Its port.</param>
/// <param name="ProgramVersion">Version of the site's program, for the status.</param>
/// <param name="Zone">The site's time zone, for the nightly start.</param>
public sealed record LinkSettings(string Site, string Host, int Port, string ProgramVersion, TimeZoneInfo Zone)
{
    /// <summary>User name at the broker; null = none.</summary>
    public string? User { get; init; }

    /// <summary>Password at the broker; null = none.</summary>
    public string? Password { get; init; }

    /// <summary>Whether the connection is encrypted and the broker proves its name.</summary>
    public bool Tls { get; init; }

    /// <summary>Path of the only certificates (PEM) that may vouch for the broker; null = those of the system.</summary>
    public string? CaFile { get; init; }

    /// <summary>Local time from which the nightly upload starts, plus <see cref="UploadPlan.Jitter"/>.</summary>
    public TimeOnly Nightly { get; init; } = new(1, 0);

    /// <summary>Longest wait before the first reconnect; doubles each time.</summary>
    public TimeSpan ReconnectBase { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait before any reconnect. A connection that lived as long starts again at <see cref="ReconnectBase"/>.</summary>
    public TimeSpan ReconnectCap { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Bound on connecting, and on everything that the broker must confirm: then the link is dead.</summary>
    public TimeSpan BrokerTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the hub may be silent before something is sent to it again.</summary>
    public TimeSpan HubTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Keep-alive of an idle connection.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest silence of a connected site: the status is told again, so that the hub sees within 90 s that a site is gone.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Least time between two pictures.</summary>
    public TimeSpan PictureHold { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Most journal batches on their way at once.</summary>
    public int BatchWindow { get; init; } = 8;

    /// <summary>Redacted: prints no password.</summary>
    public override string ToString() => $"{Site} at {Host}:{Port}";
}
