namespace EdgeNode.Hub;

/// <summary>What an operator must see: something was refused.</summary>
public sealed class HubAlerts(TimeProvider time)
{
    /// <summary>Keeps an alert; the same words for the same site only once.</summary>
    public void Raise(HubTransaction to, string site, string what)
    {
        if (to.One("SELECT 1 FROM alert WHERE site = $1 AND what = $2", site, what) is null)
        {
            to.Run("INSERT INTO alert (at, site, what) VALUES ($1, $2, $3)", time.GetUtcNow().ToUnixTimeMilliseconds(), site, what);
        }
    }
}
