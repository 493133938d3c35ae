using EdgeNode.Contracts;

namespace EdgeNode.HostileWorld;

/// <summary>What the reference says to a tap: a basis, or reasons.</summary>
internal sealed record ReferenceVerdict(string? Basis, PolicyHolder? Holder, PolicyBooking? Booking, IReadOnlyList<string> Reasons, long? OpensAt)
{
    /// <summary>Let in although known to be inside already.</summary>
    public bool PassedBack { get; init; }
}
