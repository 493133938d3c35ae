using System.Text.Json.Serialization;

namespace EdgeNode.Contracts;

/// <summary>A new certificate for a site's connection to the broker, signed with the network's key.</summary>
/// <param name="Site">The site it is meant for.</param>
/// <param name="Certificate">The certificate, PEM; for the key that the site asked with.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SiteCertificate(string Site, string Certificate) : SignedLetter;
