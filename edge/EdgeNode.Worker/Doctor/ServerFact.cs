namespace EdgeNode.Worker;

/// <summary>How far somebody got on the way to a server. Ordered.</summary>
internal enum ServerFact
{
    /// <summary>Its name has no address.</summary>
    NoAddress,

    /// <summary>Nobody answers at its port.</summary>
    NoAnswer,

    /// <summary>It answers, and does not prove its name.</summary>
    NotProved,

    /// <summary>It is there.</summary>
    Reached,

    /// <summary>It does not let this site in.</summary>
    LoginRefused,

    /// <summary>It does not let this site read what is sent to it.</summary>
    TopicsRefused,

    /// <summary>It lets this site in and lets it read.</summary>
    SignedIn,
}
