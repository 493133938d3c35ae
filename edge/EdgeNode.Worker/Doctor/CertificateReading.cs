using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EdgeNode.Worker;

/// <summary>Reads when a certificate ends.</summary>
internal static class CertificateReading
{
    /// <summary>The first certificate of a PEM file.</summary>
    public static CertificateFact Of(string path)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(File.ReadAllText(path));
            return new(certificate.NotAfter.ToUniversalTime());
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return new((DateTimeOffset?)null);
        }
    }
}
