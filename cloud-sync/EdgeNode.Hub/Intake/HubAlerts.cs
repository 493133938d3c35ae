namespace EdgeNode.Hub;

/// <summary>What an operator must see: something was refused.</summary>
public sealed class HubAlerts(TimeProvider time)
{
    /// <summary>Keeps an alert; the same words for the same site only once.</summary>
    public void Raise(HubTransaction to, string site, string what) => to.Run(
        "INSERT INTO alert (site, what, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", site, what, time.GetUtcNow().ToUnixTimeMilliseconds());
}
