namespace EdgeNode.Contracts;

/// <summary>A topic of one site, taken apart. Closed set.</summary>
/// <param name="Site">The site.</param>
public abstract record SiteTopic(string Site)
{
    /// <summary><c>up/status</c>: <see cref="SiteStatus"/>, retained.</summary>
    public sealed record Status(string Site) : SiteTopic(Site);

    /// <summary><c>up/now</c>: <see cref="SiteNow"/>, retained.</summary>
    public sealed record Now(string Site) : SiteTopic(Site);

    /// <summary><c>up/journal</c>: <see cref="JournalBatch"/>.</summary>
    public sealed record Journal(string Site) : SiteTopic(Site);

    /// <summary><c>up/journal/loss</c>: <see cref="Contracts.JournalLoss"/>.</summary>
    public sealed record JournalLoss(string Site) : SiteTopic(Site);

    /// <summary><c>up/usage/DAY/N</c>: <see cref="Contracts.UsageChunk"/>.</summary>
    public sealed record UsageChunk(string Site, DateOnly Day, int Index) : SiteTopic(Site);

    /// <summary><c>up/usage/DAY/manifest</c>: <see cref="Contracts.UsageManifest"/>.</summary>
    public sealed record UsageManifest(string Site, DateOnly Day) : SiteTopic(Site);

    /// <summary><c>up/want/policy/VERSION</c>: <see cref="PolicyWant"/>.</summary>
    public sealed record WantPolicy(string Site, long Version) : SiteTopic(Site);

    /// <summary><c>up/want/certificate</c>: <see cref="CertificateWant"/>.</summary>
    public sealed record WantCertificate(string Site) : SiteTopic(Site);

    /// <summary><c>dn/certificate</c>: <see cref="SiteCertificate"/>.</summary>
    public sealed record Certificate(string Site) : SiteTopic(Site);

    /// <summary><c>up/answer/ID</c>: <see cref="CommandAnswer"/>.</summary>
    public sealed record Answer(string Site, string Id) : SiteTopic(Site);

    /// <summary><c>dn/ack/journal</c>: <see cref="Contracts.JournalAck"/>.</summary>
    public sealed record JournalAck(string Site) : SiteTopic(Site);

    /// <summary><c>dn/ack/usage/DAY</c>: <see cref="Contracts.UsageAck"/>.</summary>
    public sealed record UsageAck(string Site, DateOnly Day) : SiteTopic(Site);

    /// <summary><c>dn/policy/head</c>: <see cref="Contracts.PolicyHead"/>, retained.</summary>
    public sealed record PolicyHead(string Site) : SiteTopic(Site);

    /// <summary><c>dn/policy/part/VERSION/N</c>: <see cref="Contracts.PolicyPart"/>.</summary>
    public sealed record PolicyPart(string Site, long Version, int Index) : SiteTopic(Site);

    /// <summary><c>dn/policy/delta/VERSION</c>: <see cref="Contracts.PolicyDelta"/>.</summary>
    public sealed record PolicyDelta(string Site, long Version) : SiteTopic(Site);

    /// <summary><c>dn/cmd/ID</c>: <see cref="SiteCommand"/>, never retained.</summary>
    public sealed record Command(string Site, string Id) : SiteTopic(Site);
}
