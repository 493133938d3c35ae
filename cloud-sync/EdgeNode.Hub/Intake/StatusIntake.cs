using EdgeNode.Contracts;

namespace EdgeNode.Hub;

/// <summary>Keeps who is online, since when, with which policy, and the latest picture.</summary>
public sealed class StatusIntake(TimeProvider time)
{
    /// <summary>Notes a site's status; a site that is not in the directory is none.</summary>
    public void Take(HubTransaction to, string site, SiteStatus status) => to.Run(
        "UPDATE site SET online = $2, seen = $3, version = $4, policy_in_force = $5 WHERE id = $1",
        site, status.Online, Now, status.Version, status.PolicyVersion);

    /// <summary>Notes a site's picture, in the place of the last.</summary>
    public void Take(HubTransaction to, string site, SiteNow picture) =>
        to.Run("UPDATE site SET picture = $2, seen = $3 WHERE id = $1", site, LetterCodec.Encode(picture), Now);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();
}
