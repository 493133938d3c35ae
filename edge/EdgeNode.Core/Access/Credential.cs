namespace EdgeNode.Core;

/// <summary>A card or phone, known by its token only (ONVIF Credential 19.12).</summary>
/// <param name="Token">Keyed HMAC of the identifier.</param>
/// <param name="Holder">Whose it is.</param>
/// <param name="Enabled">False when blocked.</param>
/// <param name="ValidFrom">First instant of validity; null = always.</param>
/// <param name="ValidTo">First instant after validity (exclusive); null = never ends.</param>
public sealed record Credential(
    CredentialToken Token,
    HolderRef Holder,
    bool Enabled,
    DateTimeOffset? ValidFrom,
    DateTimeOffset? ValidTo)
{
    /// <summary>A loan badge, by what is written on it: it opens only while it is handed out, for whoever has it; null = none.</summary>
    public LoanBadgeId? Loan { get; init; }

    /// <summary>What kind of credential it is.</summary>
    public Assurance Assurance { get; init; }
}
