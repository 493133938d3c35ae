using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>The hours of a schedule on special days: they take the place of all its others from midnight to midnight.</summary>
/// <param name="Days">The days.</param>
/// <param name="Hours">From, inclusive, to, exclusive, within one day; 00:00 as end is the end of the day. Empty = closed.</param>
public sealed record SpecialDayHours(SpecialDayGroup Days, ImmutableArray<(TimeOnly From, TimeOnly To)> Hours);
