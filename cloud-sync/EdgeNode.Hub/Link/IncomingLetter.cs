namespace EdgeNode.Hub;

/// <summary>Bytes from a site.</summary>
/// <param name="Topic">Where.</param>
/// <param name="Payload">What.</param>
public sealed record IncomingLetter(string Topic, byte[] Payload);
