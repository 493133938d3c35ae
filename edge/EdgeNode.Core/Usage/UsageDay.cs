using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>All sessions that ended within one closed day of the journal.</summary>
/// <param name="Day">Local date.</param>
/// <param name="Through">Sequence of the record that closed the day.</param>
/// <param name="ChainHead">Hash of that record, lower-case hex.</param>
/// <param name="Sessions">By session number.</param>
public sealed record UsageDay(DateOnly Day, long Through, string ChainHead, ImmutableArray<UsageSession> Sessions)
{
    /// <summary>The last record before its end that says that the journal was put back from a copy; 0 = there is none.</summary>
    public long Restored { get; init; }
}
