using System.Collections.Immutable;

namespace EdgeNode.HostileWorld;

/// <summary>Which story is played.</summary>
/// <param name="Seed">The same seed is the same story.</param>
public sealed record WorldOptions(int Seed)
{
    /// <summary>How long it lasts.</summary>
    public TimeSpan Length { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Actors that stay away, by name: how a failure is made smaller.</summary>
    public ImmutableSortedSet<string> Without { get; init; } = [];

    /// <summary>Whether the disk syncs when it is asked to; false shows that a lost record is seen.</summary>
    public bool DiskSyncs { get; init; } = true;

    /// <summary>Told every line of the story; null = nobody listens.</summary>
    public Action<string>? Listener { get; init; }
}
