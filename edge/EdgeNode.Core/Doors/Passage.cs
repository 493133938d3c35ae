namespace EdgeNode.Core;

/// <summary>A granted way through a door that has not been used yet: what <c>AccessTaken</c> will say.</summary>
/// <param name="AccessPoint">Where the grant was given.</param>
/// <param name="Direction">In or out.</param>
/// <param name="Holder">Who.</param>
/// <param name="Booking">By which booking; null for standing rights and exits.</param>
public sealed record Passage(AccessPointId AccessPoint, Direction Direction, CredentialHolder Holder, Booking? Booking)
{
    /// <summary>By a standing right, which may unlock a door that waits for its first person.</summary>
    public bool Standing { get; init; }

    /// <summary>The person, as the journal keeps one.</summary>
    public Personal Who => new(Holder.Ref, Booking?.Id);
}
