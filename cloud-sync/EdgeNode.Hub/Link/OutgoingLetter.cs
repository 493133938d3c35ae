namespace EdgeNode.Hub;

/// <summary>Bytes on their way to a site.</summary>
/// <param name="Topic">Where.</param>
/// <param name="Payload">What.</param>
/// <param name="Retain">Whether the broker keeps it for later subscribers.</param>
public sealed record OutgoingLetter(string Topic, byte[] Payload, bool Retain);
