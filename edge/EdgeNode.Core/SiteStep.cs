using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>The new state of the site and what must be done, in order.</summary>
/// <param name="State">The new state.</param>
/// <param name="Effects">In the order in which they are run.</param>
public readonly record struct SiteStep(SiteState State, ImmutableArray<Effect> Effects);
