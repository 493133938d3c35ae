using System.Collections.Immutable;

namespace EdgeNode.Worker;

/// <summary>A model, or every mistake that stands in its way.</summary>
/// <param name="Configuration">Null when there are mistakes.</param>
/// <param name="Errors">Sorted by place; empty when the file is right.</param>
public sealed record ConfigurationResult(SiteConfiguration? Configuration, ImmutableArray<ConfigurationError> Errors);
