using System.Text.Json.Serialization;

namespace EdgeNode.Contracts;

/// <summary>A policy as its difference to one that the site has. It is believed only if what comes out has the hash of the signed head.</summary>
/// <param name="Version">Version of the policy.</param>
/// <param name="From">SHA-256 of the letter that it stands on, lower-case hex.</param>
/// <param name="Bytes">What <see cref="PolicyDiffing"/> wrote, compressed; base64 on the wire.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PolicyDelta(long Version, string From, byte[] Bytes) : Letter;
