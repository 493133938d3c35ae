using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EdgeNode.Contracts;

namespace EdgeNode.Hub;

/// <summary>The network's own certificate authority: vouches for its broker, its workers and its sites, and for nobody else.</summary>
public sealed class NetworkAuthority : IDisposable
{
    /// <summary>How long a certificate of a site or worker lives.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(365);

    private const int SerialLength = 16;
    private const int LifeOfAuthorityInYears = 20;
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");
    private static readonly Oid ClientAuthentication = new("1.3.6.1.5.5.7.3.2");

    // A machine whose clock is a little behind must not refuse what was made just now.
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromHours(1);

    private readonly X509Certificate2 _authority;
    private readonly TimeProvider _time;

    /// <summary>Takes the authority's certificate with its key.</summary>
    public NetworkAuthority(string certificatePem, string keyPem, TimeProvider time) => (_authority, _time) = (X509Certificate2.CreateFromPem(certificatePem, keyPem), time);

    /// <summary>The authority's certificate, PEM: the only one that sites and workers trust.</summary>
    public string Pem => _authority.ExportCertificatePem();

    /// <summary>Makes an authority.</summary>
    /// <returns>Certificate and key, PEM.</returns>
    public static (string Certificate, string Key) Create(TimeProvider time)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=EdgeNode network", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        var now = time.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now - ClocksDiffer, now.AddYears(LifeOfAuthorityInYears));
        return (certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>A certificate and its new key for the broker, PEM, one behind the other.</summary>
    public string ForBroker(string host) => WithNewKey(host, ServerAuthentication, Life * 2, request =>
    {
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(host, out var address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
    });

    /// <summary>A certificate and its new key for a worker or a site, PEM, one behind the other. Its common name is what the broker goes by.</summary>
    public string ForClient(string name) => WithNewKey(name, ClientAuthentication, Life, _ => { });

    /// <summary>Renews a site's certificate for the key in its request; everything else that the request says is passed over.</summary>
    /// <exception cref="LetterException">It is no request, or not signed with its own key.</exception>
    public string Renew(string site, string requestPem)
    {
        try
        {
            var asked = CertificateRequest.LoadSigningRequestPem(requestPem, HashAlgorithmName.SHA256);
            return Issue(new CertificateRequest(new X500DistinguishedName($"CN={site}"), asked.PublicKey, HashAlgorithmName.SHA256), ClientAuthentication, Life);
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            throw new LetterException($"{nameof(CertificateWant)}: the request cannot be used: {error.Message} The site must make it again.", error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _authority.Dispose();

    private string WithNewKey(string name, Oid use, TimeSpan life, Action<CertificateRequest> add)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        add(request);
        return $"{Issue(request, use, life)}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }

    private string Issue(CertificateRequest request, Oid use, TimeSpan life)
    {
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([use], true));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_authority, true, false));
        var now = _time.GetUtcNow();
        var serial = RandomNumberGenerator.GetBytes(SerialLength);
        serial[0] &= 0x7f;
        using var certificate = request.Create(
            _authority.SubjectName,
            X509SignatureGenerator.CreateForECDsa(_authority.GetECDsaPrivateKey()!),
            now - ClocksDiffer,
            now + life,
            serial);
        return certificate.ExportCertificatePem();
    }
}
