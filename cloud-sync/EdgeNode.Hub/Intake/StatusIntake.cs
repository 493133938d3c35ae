using EdgeNode.Contracts;

namespace EdgeNode.Hub;

/// <summary>Keeps who is online, since when, and with which policy.</summary>
public sealed class StatusIntake(HubDatabase database, TimeProvider time)
{
    /// <summary>Notes a site's status; a site that is not in the directory is none.</summary>
    public void Take(string site, SiteStatus status) => database.Transact(to => to.Run(
        "UPDATE site SET online = $2, seen = $3, version = $4, policy_in_force = $5 WHERE id = $1",
        site, status.Online, time.GetUtcNow().ToUnixTimeMilliseconds(), status.Version, status.PolicyVersion));
}
