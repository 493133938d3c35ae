using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>The new state of a door and what must be done, in order.</summary>
/// <param name="State">The new state.</param>
/// <param name="Effects">In the order in which they are run.</param>
/// <param name="Taken">Passages that went through with this step.</param>
public readonly record struct DoorStep(DoorState State, ImmutableArray<Effect> Effects, ImmutableArray<Passage> Taken);
