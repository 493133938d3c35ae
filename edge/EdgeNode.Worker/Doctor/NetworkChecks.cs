namespace EdgeNode.Worker;

/// <summary>The ways out: the network's broker, certificates, passwords, the sensors' broker, the screen.</summary>
internal static class NetworkChecks
{
    // The hub renews a certificate when a third of its life is left; nearer to the end that has failed for weeks.
    private static readonly TimeSpan NearEnd = TimeSpan.FromDays(14);

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
        _ => Finding.Good(check, $"{address} answers"),
    };

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
