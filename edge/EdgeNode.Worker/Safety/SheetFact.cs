using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>What a door's safety sheet comes to.</summary>
/// <param name="Door">The door.</param>
/// <param name="Acceptance">Whether it may go live.</param>
/// <param name="Sheet">The sheet; null = there is none that can be read.</param>
/// <param name="Hash">SHA-256 of its file, lower-case hex; null = there is none.</param>
/// <param name="Trouble">Why it does not count; null = it does.</param>
internal sealed record SheetFact(Door Door, DoorAcceptance Acceptance, DoorSafetySheet? Sheet, string? Hash, string? Trouble)
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    /// <summary>When it was signed.</summary>
    public DateTimeOffset? SignedAt => Sheet is null ? null : DateTimeOffset.FromUnixTimeMilliseconds(Sheet.At);

    /// <summary>Whether the door was tried so long ago that it should be tried again. It stays live.</summary>
    public bool IsOld(DateTimeOffset now) => Acceptance == DoorAcceptance.Valid && now - SignedAt > Year;
}
