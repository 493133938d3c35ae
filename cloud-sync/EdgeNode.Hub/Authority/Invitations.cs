using System.Security.Cryptography;
using EdgeNode.Contracts;

namespace EdgeNode.Hub;

/// <summary>Writes the one file with which a site joins.</summary>
public static class Invitations
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>An invitation with new keys for a site, signed by the network; the hub keeps only the public half.</summary>
    public static (SiteInvitation Letter, string SitePublicKey) Write(KeyFolder keys, string site, string broker, int port, TimeProvider time)
    {
        var authority = keys.Authority ?? throw new IOException("The folder of the keys has no certificate authority; run: edgenode-hub network create");
        using var authorities = new NetworkAuthority(authority.CertificatePem, authority.KeyPem, time);
        using var network = new SigningKey(keys.SigningSeed);
        var seed = RandomNumberGenerator.GetBytes(SigningKey.SeedLength);
        using var own = new SigningKey(seed);
        var letter = new SiteInvitation(
            site, time.GetUtcNow().ToUnixTimeMilliseconds(), broker, port, authorities.Pem, authorities.ForClient(site),
            network.PublicHex, Convert.ToHexStringLower(keys.IdentifierKey), Convert.ToHexStringLower(seed));
        return (network.Sign(letter), own.PublicHex);
    }

    /// <summary>Keeps an invitation in a file that only its owner may read.</summary>
    public static void Save(string path, SiteInvitation invitation)
    {
        using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = OwnerOnly });
        file.Write(LetterCodec.Encode(invitation));
        file.Flush(flushToDisk: true);
    }
}
