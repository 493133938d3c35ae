using System.Security.Cryptography;
using System.Text;

namespace EdgeNode.Hub;

/// <summary>Bearer tokens of the API: the network's own, and one for each owner of sites. Only their hashes are kept.</summary>
public sealed class ApiTokens(HubDatabase database, string? networkToken)
{
    private const int TokenBytes = 24;

    /// <summary>Makes a token for an owner; it is shown once, here.</summary>
    public string Create(string owner)
    {
        if (string.IsNullOrWhiteSpace(owner))
        {
            throw new DirectoryException("the owner is empty; name the owner whose sites the token opens");
        }

        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        database.Transact(to => to.Run("INSERT INTO api_token (hash, owner) VALUES ($1, $2)", Hash(token), owner));
        return token;
    }

    /// <summary>Whose the header of a request is; null = nobody's. Without a token of the network's own, everybody on this machine is the network.</summary>
    public ApiCaller? Find(string header)
    {
        var given = header.StartsWith("Bearer ", StringComparison.Ordinal) ? header["Bearer ".Length..] : "";
        return (networkToken is null && given.Length == 0)
            || (networkToken is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(networkToken))) ? new(null)
            : database.Transact(from => from.One("SELECT owner FROM api_token WHERE hash = $1", Hash(given)) as string) is { } owner ? new(owner)
            : null;
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
