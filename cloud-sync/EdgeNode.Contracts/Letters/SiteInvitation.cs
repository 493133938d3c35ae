using System.Text.Json.Serialization;

namespace EdgeNode.Contracts;

/// <summary>
/// The one file with which a site joins a network, or moves to another broker or network. Signed with the key of the network that the
/// site belongs to so far; the first one with the key that it brings. Holds secrets of the site: it is for the site alone.
/// </summary>
/// <param name="Site">The site it is meant for.</param>
/// <param name="Number">Rises with every invitation of a site, so that an old file moves nobody back: milliseconds since 1970 UTC.</param>
/// <param name="Broker">Name or address of the broker.</param>
/// <param name="Port">Its port.</param>
/// <param name="Authority">The only certificates (PEM) that may vouch for the broker.</param>
/// <param name="Certificate">The site's certificate for the broker and its key, PEM.</param>
/// <param name="NetworkKey">Public key of the network from now on, 64 hex digits.</param>
/// <param name="IdentifierKey">The network's identifier key, 64 hex digits.</param>
/// <param name="SigningSeed">Seed of the key with which the site signs, 64 hex digits; null = it keeps its own.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SiteInvitation(
    string Site,
    long Number,
    string Broker,
    int Port,
    string Authority,
    string Certificate,
    string NetworkKey,
    string IdentifierKey,
    string? SigningSeed) : SignedLetter
{
    /// <summary>Redacted: prints no secret.</summary>
    public override string ToString() => $"invitation of {Site} to {Broker}:{Port}";
}
