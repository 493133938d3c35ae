namespace EdgeNode.Worker;

/// <summary>A certificate in a file.</summary>
/// <param name="EndsAt">When it ends; null = the file holds no certificate that can be read.</param>
internal sealed record CertificateFact(DateTimeOffset? EndsAt);
