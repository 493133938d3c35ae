using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EdgeNode.Screen;

/// <summary>
/// The site's own certificate authority, made once and kept, and the certificate with which the screen proves its names: what is
/// trusted once in a browser stays trusted.
/// </summary>
/// <param name="memory">Where both are kept.</param>
/// <param name="time">The clock of their dates.</param>
/// <param name="site">The site's name, for those who look at the authority.</param>
/// <param name="names">Host names that the screen has.</param>
/// <param name="addresses">IP addresses that the screen has.</param>
public sealed class SiteCertificates(IScreenMemory memory, TimeProvider time, string site, IReadOnlyCollection<string> names, IReadOnlyCollection<IPAddress> addresses)
{
    private const string AuthorityDocument = "authority";
    private const int AuthorityYears = 20;

    // Browsers take no longer ones (CA/Browser Forum, Baseline Requirements 6.3.2).
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(397);
    private static readonly TimeSpan Renewal = TimeSpan.FromDays(60);

    // A client's clock may lag.
    private static readonly TimeSpan Before = TimeSpan.FromDays(1);
    private readonly Lock _lock = new();
    private X509Certificate2? _current;

    /// <summary>The authority's certificate, PEM: to be trusted on phones and computers of the site.</summary>
    public string AuthorityPem => Authority().ExportCertificatePem();

    /// <summary>The screen's certificate; a new one well before the last one ends.</summary>
    public X509Certificate2 Current()
    {
        lock (_lock)
        {
            if (_current is null || _current.NotAfter.ToUniversalTime() - Renewal < time.GetUtcNow().UtcDateTime)
            {
                _current = Issue();
            }

            return _current;
        }
    }

    private X509Certificate2 Authority()
    {
        lock (_lock)
        {
            if (memory.Read(AuthorityDocument) is { } kept)
            {
                return X509CertificateLoader.LoadPkcs12(kept, null, X509KeyStorageFlags.Exportable);
            }

            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var request = Request($"CN=EdgeNode {Plain(site)}", key);
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
            request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
            var now = time.GetUtcNow();
            var made = request.CreateSelfSigned(now - Before, now.AddYears(AuthorityYears));
            memory.Write(AuthorityDocument, made.Export(X509ContentType.Pkcs12));
            return made;
        }
    }

    private X509Certificate2 Issue()
    {
        using var authority = Authority();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request($"CN={names.FirstOrDefault() ?? "edgenode"}", key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.1")], false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            alternatives.AddDnsName(name);
        }

        foreach (var address in addresses)
        {
            alternatives.AddIpAddress(address);
        }

        request.CertificateExtensions.Add(alternatives.Build());
        // A clock that is behind the authority's own date must not keep the page from being served.
        var from = time.GetUtcNow() - Before;
        from = from < authority.NotBefore ? authority.NotBefore : from;
        using var issued = request.Create(authority, from, from + Lifetime, RandomNumberGenerator.GetBytes(16));
        return issued.CopyWithPrivateKey(key);
    }

    private static CertificateRequest Request(string subject, ECDsa key) => new(subject, key, HashAlgorithmName.SHA256);

    // In a distinguished name these would begin something else (RFC 4514, 2.4).
    private static string Plain(string name) => string.Concat(name.Where(symbol => char.IsLetterOrDigit(symbol) || symbol is ' ' or '-'));
}
