using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>A fire alarm, mirrored: wiring releases the doors, not this program. It stays until a named person ends it.</summary>
/// <param name="Since">When it began, wall time.</param>
/// <param name="InputActive">The fire input is still active.</param>
/// <param name="Inside">Who was inside as far as anybody knew when it began.</param>
public sealed record Evacuation(DateTimeOffset Since, bool InputActive, ImmutableArray<HolderRef> Inside);
