namespace EdgeNode.CloudSync;

/// <summary>What a broker says to a site that signs in.</summary>
public enum BrokerAnswer
{
    /// <summary>It does not let the site in.</summary>
    LoginRefused,

    /// <summary>It lets the site in, and does not let it read what is sent to it.</summary>
    TopicsRefused,

    /// <summary>It lets the site in and lets it read.</summary>
    Taken,
}
