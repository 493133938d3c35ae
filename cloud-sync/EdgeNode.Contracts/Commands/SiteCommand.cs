using System.Text.Json.Serialization;

namespace EdgeNode.Contracts;

/// <summary>The network asks a site to do something at once, signed with its key. Never retained.</summary>
/// <param name="Site">The site it is meant for.</param>
/// <param name="Id">Names the command; also stands in its topic and answer.</param>
/// <param name="Kind">What is asked: <see cref="Unlock"/>.</param>
/// <param name="Door">Which door.</param>
/// <param name="Reason">Why, in words that name nobody.</param>
/// <param name="NotBefore">Start of validity, milliseconds since 1970 UTC.</param>
/// <param name="NotAfter">End of validity, at most <see cref="LongestLife"/> later.</param>
/// <param name="Nonce">Used once, ever: 32 hex digits.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SiteCommand(
    string Site, string Id, string Kind, string Door, string Reason, long NotBefore, long NotAfter, string Nonce) : SignedLetter
{
    /// <summary>Release a door once.</summary>
    public const string Unlock = "Unlock";

    /// <summary>Longest validity of a command, in milliseconds.</summary>
    public const long LongestLife = 10_000;
}
