using EdgeNode.Contracts;

namespace EdgeNode.Worker;

/// <summary>The network that a site has joined by a file: it stands in the store and goes before the network section of the configuration.</summary>
internal sealed class Membership(string storeFolder)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly string _folder = Path.Combine(storeFolder, "network");
    private readonly string _keys = Path.Combine(storeFolder, "keys");

    private string Joined => Path.Combine(_folder, "joined.json");

    private string Authority => Path.Combine(_folder, "ca.pem");

    private string Certificate => Path.Combine(_folder, "site.pem");

    /// <summary>How the site reaches its network.</summary>
    /// <param name="configured">What the configuration says; holds as long as the site has joined none.</param>
    /// <exception cref="LetterException">The file in the store is damaged.</exception>
    public NetworkSettings? Settings(NetworkSettings? configured) => Current() is not { } joined ? configured : new(
        joined.Broker, joined.Port, true, Authority, Certificate, null, null, [.. Convert.FromHexString(joined.NetworkKey)]);

    /// <summary>Joins, or moves to another broker or network. All of it, or on a refusal nothing.</summary>
    /// <returns>What is wrong with the invitation, with the cure; null when the site has joined.</returns>
    public string? Accept(SiteInvitation invitation, string site, NetworkSettings? configured)
    {
        if (Refusal(invitation, site, configured) is { } refusal)
        {
            return refusal;
        }

        Directory.CreateDirectory(_folder);
        Directory.CreateDirectory(_keys, OwnerOnly | UnixFileMode.UserExecute);
        OwnerFile.Replace(Authority, invitation.Authority);
        OwnerFile.Replace(Certificate, invitation.Certificate);
        OwnerFile.Replace(Path.Combine(_keys, "identifier.key"), invitation.IdentifierKey);
        if (invitation.SigningSeed is { } seed)
        {
            OwnerFile.Replace(Path.Combine(_keys, "signing.seed"), seed);
        }

        // Last: until it stands there, the site belongs where it did.
        OwnerFile.Replace(Joined, System.Text.Encoding.UTF8.GetString(LetterCodec.Encode(invitation with { Certificate = "", IdentifierKey = "", SigningSeed = null })));
        return null;
    }

    private string? Refusal(SiteInvitation invitation, string site, NetworkSettings? configured)
    {
        var current = Current();
        var key = current?.NetworkKey ?? (configured is null ? invitation.NetworkKey : Convert.ToHexStringLower([.. configured.PublicKey]));
        return invitation.Site != site ? $"the file is for the site '{invitation.Site}', this one is '{site}'. Ask the network for the file of this site."
            : !new VerifyingKey(key).Signed(invitation)
                ? $"the file is not signed by the network that this site belongs to ({key}). Ask that network for one; if it is gone, put the new network's key into network: publicKey: and remove {Joined}."
            : invitation.Number <= current?.Number ? $"the file is older than the one that the site joined with. Ask the network for a new one."
            : null;
    }

    // Kept without its secrets, which lie in files of their own; so its signature covers it no more.
    private SiteInvitation? Current() => File.Exists(Joined) ? LetterCodec.Decode<SiteInvitation>(File.ReadAllBytes(Joined)) : null;
}
