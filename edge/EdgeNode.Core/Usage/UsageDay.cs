using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>All sessions that ended within one closed day of the journal.</summary>
/// <param name="Day">Local date.</param>
/// <param name="Through">Sequence of the record that closed the day.</param>
/// <param name="ChainHead">Hash of that record, lower-case hex.</param>
/// <param name="Sessions">By session number.</param>
public sealed record UsageDay(DateOnly Day, long Through, string ChainHead, ImmutableArray<UsageSession> Sessions);
