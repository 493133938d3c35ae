using System.Collections.Immutable;

namespace EdgeNode.Worker;

/// <summary>The way to the network.</summary>
/// <param name="Host">Name or address of the broker.</param>
/// <param name="Port">Its port.</param>
/// <param name="Tls">Whether the connection is encrypted and the broker proves its name.</param>
/// <param name="CaFile">Absolute path of the only certificates (PEM) that may vouch for the broker; null = those of the system.</param>
/// <param name="CertificateFile">Absolute path of the site's own certificate and its key (PEM), by which the broker knows the site; null = none.</param>
/// <param name="User">User name at the broker; null = none.</param>
/// <param name="Password">Where the password lies; null = none.</param>
/// <param name="PublicKey">Key with which the network signs policies: Ed25519, 32 bytes.</param>
public sealed record NetworkSettings(
    string Host, int Port, bool Tls, string? CaFile, string? CertificateFile, string? User, PasswordSource? Password, ImmutableArray<byte> PublicKey);
