using EdgeNode.Core;

namespace EdgeNode.Hub;

/// <summary>A card at the hub's entrance: the only place that sees its bits, which are turned into a token at once.</summary>
/// <param name="Holder">Whose it is.</param>
/// <param name="Bits">The whole frame as a reader sends it, 26 to 128 characters of 0 and 1.</param>
/// <param name="ValidFrom">Start of validity; null = always.</param>
/// <param name="ValidTo">End of validity, exclusive; null = no such end.</param>
/// <param name="ValidThrough">Last day of validity, inclusive, on the clock of the site where it is presented; null = no such end.</param>
public sealed record Card(string Holder, string Bits, DateTimeOffset? ValidFrom = null, DateTimeOffset? ValidTo = null, DateOnly? ValidThrough = null)
{
    /// <summary>What kind of credential it is.</summary>
    public Assurance Assurance { get; init; }

    /// <summary>What is written on it where it is a loan badge of a site; null = none. Its holder is then one without rights.</summary>
    public string? Loan { get; init; }

    /// <summary>Redacted: prints no bits.</summary>
    public override string ToString() => "card:***";
}
