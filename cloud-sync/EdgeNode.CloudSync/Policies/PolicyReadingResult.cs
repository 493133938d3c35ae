using System.Collections.Immutable;
using EdgeNode.Core;

namespace EdgeNode.CloudSync;

/// <summary>A policy, or why the letter is none.</summary>
/// <param name="Policy">Null when there is an error.</param>
/// <param name="Errors">In words, by position in the letter; they quote no token, holder or booking.</param>
public sealed record PolicyReadingResult(Policy? Policy, ImmutableArray<string> Errors);
