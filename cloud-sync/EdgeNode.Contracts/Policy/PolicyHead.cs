using System.Text.Json.Serialization;

namespace EdgeNode.Contracts;

/// <summary>Which policy a site should have, signed with the network's key. Retained.</summary>
/// <param name="Site">The site it is meant for: a head of another site is refused.</param>
/// <param name="Version">Rises with every letter for this site, from 1.</param>
/// <param name="Hash">SHA-256 of the letter's canonical bytes before compression, lower-case hex.</param>
/// <param name="Size">Length of those bytes.</param>
/// <param name="Parts">Into how many parts the compressed letter is cut.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PolicyHead(string Site, long Version, string Hash, int Size, int Parts) : SignedLetter;
