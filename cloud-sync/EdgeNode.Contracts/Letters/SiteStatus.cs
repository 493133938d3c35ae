namespace EdgeNode.Contracts;

/// <summary>Whether a site is connected. Retained; the offline form is the connection's last will.</summary>
/// <param name="Online">Connected now.</param>
/// <param name="Version">Version of the site's program.</param>
/// <param name="Epoch">Epoch of the site's journal.</param>
/// <param name="PolicyVersion">Version of the policy in force; 0 = none yet.</param>
/// <param name="WorksOffline">What goes on without a connection, one word each, for example <c>doors</c>.</param>
public sealed record SiteStatus(
    bool Online, string Version, string Epoch, long PolicyVersion, IReadOnlyList<string> WorksOffline) : Letter;
