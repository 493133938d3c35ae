namespace EdgeNode.Worker;

/// <summary>One mistake in the configuration file, with its cure.</summary>
/// <param name="Place">Where.</param>
/// <param name="What">What is wrong, with the value and the bound.</param>
/// <param name="Cure">What to write instead.</param>
public sealed record ConfigurationError(SourcePlace Place, string What, string Cure);
