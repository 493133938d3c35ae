namespace EdgeNode.Contracts.Tests;

/// <summary>One kind of topic, and what travels on it.</summary>
internal sealed record LetterKind(Type Topic, string Address, Type Letter, bool Retained = false, string Content = "application/json")
{
    public string Name => Topic.Name;

    public bool Up => Address.Contains("/up/", StringComparison.Ordinal);
}
