namespace EdgeNode.Contracts;

/// <summary>Some sessions of a usage day. Travels compressed with Brotli.</summary>
/// <param name="Site">The visited site.</param>
/// <param name="Epoch">Epoch of its journal.</param>
/// <param name="Day">Local date.</param>
/// <param name="Index">From 0.</param>
/// <param name="Sessions">At most <see cref="MaxSessions"/>, by number.</param>
public sealed record UsageChunk(string Site, string Epoch, DateOnly Day, int Index, IReadOnlyList<UsageRow> Sessions) : Letter
{
    /// <summary>Most sessions in one chunk.</summary>
    public const int MaxSessions = 500;
}
