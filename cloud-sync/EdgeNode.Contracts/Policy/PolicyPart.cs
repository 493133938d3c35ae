using System.Text.Json.Serialization;

namespace EdgeNode.Contracts;

/// <summary>One slice of a compressed policy letter.</summary>
/// <param name="Version">Version of the policy.</param>
/// <param name="Index">From 0.</param>
/// <param name="Bytes">The slice; base64 on the wire.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PolicyPart(long Version, int Index, byte[] Bytes) : Letter;
