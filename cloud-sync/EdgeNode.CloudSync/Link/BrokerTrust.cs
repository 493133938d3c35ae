using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EdgeNode.CloudSync;

/// <summary>Whether a broker's certificate may be believed.</summary>
internal static class BrokerTrust
{
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    /// <summary>Checks name, chain and dates.</summary>
    /// <param name="certificate">What the broker showed.</param>
    /// <param name="sent">What it sent along.</param>
    /// <param name="errors">What the TLS library found.</param>
    /// <param name="authorities">The only ones that may vouch; null = those of the system.</param>
    /// <param name="datesCount">False while the site's clock cannot be believed: then only the dates are passed over, so that a node without
    /// a battery comes up after a power cut, while name and chain still keep strangers out.</param>
    public static bool Accepts(
        X509Certificate2 certificate, X509Certificate2Collection sent, SslPolicyErrors errors, X509Certificate2Collection? authorities, bool datesCount)
    {
        if ((errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != 0)
        {
            return false;
        }

        using var chain = new X509Chain();

        // Asking a revocation service at each connect needs the internet; the pinned chain is the bound instead.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ApplicationPolicy.Add(ServerAuthentication);
        chain.ChainPolicy.ExtraStore.AddRange(sent);
        chain.ChainPolicy.VerificationFlags = datesCount ? X509VerificationFlags.NoFlag : X509VerificationFlags.IgnoreNotTimeValid;
        if (authorities is not null)
        {
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        }

        return chain.Build(certificate);
    }
}
