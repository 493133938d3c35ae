namespace EdgeNode.Contracts;

/// <summary>A site asks for a new certificate before its own ends. Whose it is the broker has proved: a site can write under its own name only.</summary>
/// <param name="Request">PKCS #10 request, PEM; only its key is used.</param>
public sealed record CertificateWant(string Request) : Letter;
