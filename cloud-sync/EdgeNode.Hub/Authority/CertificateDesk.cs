using EdgeNode.Contracts;

namespace EdgeNode.Hub;

/// <summary>Renews certificates of sites that stand in the directory.</summary>
public sealed class CertificateDesk(NetworkAuthority authority, SigningKey key) : IDisposable
{
    /// <summary>The new certificate as a letter.</summary>
    /// <exception cref="LetterException">The site is unknown, or its request cannot be used.</exception>
    public OutgoingLetter Renew(HubTransaction from, string site, CertificateWant want) =>
        from.One("SELECT 1 FROM site WHERE id = $1", site) is null
            ? throw new LetterException($"{nameof(CertificateWant)}: the site '{site}' is not in the directory and gets no certificate. Enter it, or find out who holds its old one.")
            : new(Topics.Certificate(site), LetterCodec.Encode(key.Sign(new SiteCertificate(site, authority.Renew(site, want.Request)))), Retain: false);

    /// <inheritdoc/>
    public void Dispose() => authority.Dispose();
}
