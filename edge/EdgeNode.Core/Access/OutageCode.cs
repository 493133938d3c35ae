using System.Globalization;

namespace EdgeNode.Core;

/// <summary>The code of one local day for people whose rights are missing: it opens the doors that take it, and each use is journalled to be billed later.</summary>
/// <param name="Day">The day.</param>
/// <param name="Token">Token of the code.</param>
public sealed record OutageCode(DateOnly Day, CredentialToken Token)
{
    private const int Digits = 8;

    /// <summary>The code of a day in digits, for whoever may tell it.</summary>
    /// <param name="key">The key of the identifiers.</param>
    /// <param name="site">The site.</param>
    /// <param name="day">The local day.</param>
    public static PinCode Of(IdentifierKey key, SiteId site, DateOnly day)
    {
        var bits = key.Tokenise($"outage {site.Value} {day:yyyy-MM-dd}").Value[..15];
        var number = long.Parse(bits, NumberStyles.HexNumber, CultureInfo.InvariantCulture) % 100_000_000;
        return new(number.ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0'));
    }
}
