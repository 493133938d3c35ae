namespace EdgeNode.Worker;

/// <summary>The ways out: the network's broker, certificates, passwords, the sensors' broker, the screen.</summary>
internal static class NetworkChecks
{
    // The hub renews a certificate when a third of its life is left; nearer to the end that has failed for weeks.
    private static readonly TimeSpan NearEnd = TimeSpan.FromDays(14);

    // A day is uploaded in the night after it; a week is more than any outage that mends itself.
    private const int UsualWait = 2;
    private const int LongWait = 7;

    public static IEnumerable<Finding> Of(SiteConfiguration site, NetworkSettings? network, MachineFacts facts)
    {
        if (network is null)
        {
            yield return Finding.Good("network", "the site stands alone");
        }
        else if (facts.Broker is { } broker)
        {
            yield return Broker("network", $"{network.Host}:{network.Port}", broker);
        }

        if (network is not null && facts is { NodeRuns: true, Broker: ServerFact.Reached, OfflineFor: { } offline })
        {
            yield return Finding.Failed("network's sign-in", $"the broker answers, and the node has been offline for {offline}", "The page says what the broker told the node. Often another node signs in under this site's name, or its certificate or password is not known there: tell the network.");
        }

        if (facts.Uploads is { } uploads)
        {
            yield return Uploads(uploads, DateOnly.FromDateTime(facts.Now.UtcDateTime));
        }

        if (facts.Authority is { } authority)
        {
            yield return Certificate("network's authority", authority, facts.Now);
        }

        if (facts.Certificate is { } certificate)
        {
            yield return Certificate("site's certificate", certificate, facts.Now);
        }

        if (!facts.CertificateReplaceable)
        {
            yield return Finding.Failed("site's certificate", "the service cannot put a newer one in its place", "Move it into the store's folder and write that path under certificateFile: the service may write nowhere else.");
        }

        foreach (var trouble in facts.PasswordTroubles)
        {
            yield return Finding.Failed("password", trouble, "Put the password into that file, readable by the service (chmod 640, chgrp edgenode).");
        }

        if (facts.SensorBroker is { } sensors)
        {
            yield return Broker("sensors' broker", $"{site.SensorBroker.Host}:{site.SensorBroker.Port}", sensors);
        }

        yield return Screen(site);
    }

    private static Finding Broker(string check, string address, ServerFact fact) => fact switch
    {
        ServerFact.NoAddress => Finding.Failed(check, $"{address}: the name has no address", "Look at the name in the file, and whether this machine reaches a name server: resolvectl query, cat /etc/resolv.conf."),
        ServerFact.NoAnswer => Finding.Failed(check, $"{address}: nobody answers", "Look at the cable and the router, whether the firewall lets this port out, and whether the broker runs. Doors go on meanwhile."),
        ServerFact.NotProved => Finding.Failed(check, $"{address}: it does not prove its name", "Look at caFile: in the file and at this machine's clock. If both are right, somebody stands between: tell the network."),
        ServerFact.LoginRefused => Finding.Failed(check, $"{address}: it does not let this site in", "Look at user and password, or at certificateFile, in the file. If they are right the broker does not know this site: ask the network for a new file, and use edgenode join."),
        ServerFact.TopicsRefused => Finding.Failed(check, $"{address}: the site may not read what is sent to it", "Tell the network: its broker must let this site read en/1/SITE/dn/# and write en/1/SITE/up/#."),
        ServerFact.SignedIn => Finding.Good(check, $"{address} lets this site in"),
        _ => Finding.Good(check, $"{address} answers"),
    };

    private static Finding Uploads(UploadFact fact, DateOnly today)
    {
        const string check = "usage days";
        var last = fact.LastDay is { } day ? $"last acknowledged: {day:yyyy-MM-dd}, on {fact.LastAt:yyyy-MM-dd HH:mm} UTC" : "none was acknowledged yet";
        var cure = "The site keeps them and sends them by itself. Look at what stands above; if the site is online, ask the network whether its hub runs.";
        return fact.OldestOwed is not { } oldest ? Finding.Good(check, last)
            : (today.DayNumber - oldest.DayNumber, $"{fact.Owed} wait, the oldest is {oldest:yyyy-MM-dd}; {last}") switch
            {
                ( > LongWait, var told) => Finding.Failed(check, told, cure),
                ( > UsualWait, var told) => Finding.Warning(check, told, cure),
                var (_, told) => Finding.Good(check, told),
            };
    }

    private static Finding Certificate(string check, CertificateFact fact, DateTimeOffset now) => fact.EndsAt switch
    {
        null => Finding.Failed(check, "cannot be read", "Ask the network for the site's file again, and use edgenode join."),
        { } end when end <= now => Finding.Failed(check, $"ended on {end:yyyy-MM-dd}", "Ask the network for the site's file again, and use edgenode join."),
        { } end when end - now < NearEnd => Finding.Warning(check, $"ends on {end:yyyy-MM-dd}", "It renews itself while the site is online; if this stays for a day, tell the network."),
        { } end => Finding.Good(check, $"until {end:yyyy-MM-dd}"),
    };

    private static Finding Screen(SiteConfiguration site) => site.ScreenListen.IsLoopback
        ? Finding.Warning("screen", $"{site.ScreenListen}: this machine only", "For the whole house write listen: https://0.0.0.0:8460 under screen:.")
        : Finding.Good("screen", site.ScreenListen.ToString());
}
