using System.Collections.Immutable;
using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>The roll call as it is shown to those who may see names.</summary>
/// <param name="Muster">The counting that goes on; null = none.</param>
/// <param name="Call">What the site knows.</param>
/// <param name="Lines">One for each person, by zone and name.</param>
public sealed record RollSheet(Muster? Muster, RollCall Call, ImmutableArray<RollLine> Lines);
