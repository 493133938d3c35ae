using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>The answer to a tap: granted on a basis, or denied with a reason. Closed set.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>The door may be released.</summary>
    /// <param name="Holder">Who.</param>
    /// <param name="Basis">By which right.</param>
    /// <param name="Booking">The booking, when <paramref name="Basis"/> is one.</param>
    public sealed record Granted(CredentialHolder Holder, GrantBasis Basis, Booking? Booking) : Decision
    {
        /// <summary>The area bears passing back, but it must be journalled.</summary>
        public bool PassedBack { get; init; }
    }

    /// <summary>Granted once the holder's PIN was entered.</summary>
    public sealed record NeedsPin(CredentialHolder Holder) : Decision;

    /// <summary>Granted once another, entitled as well, presents a credential here.</summary>
    public sealed record NeedsCompanion(CredentialHolder Holder) : Decision;

    /// <summary>The door stays as it is.</summary>
    /// <param name="Reason">The one reason on the wire: the most telling of <paramref name="All"/>.</param>
    /// <param name="All">Every reason found, for the screen.</param>
    /// <param name="Holder">Who, where the credential is known.</param>
    /// <param name="OpensAt">When the next booking of this holder would open this door; null when there is none.</param>
    public sealed record Denied(
        DenyReason Reason,
        ImmutableArray<DenyReason> All,
        CredentialHolder? Holder,
        DateTimeOffset? OpensAt) : Decision;
}
