namespace EdgeNode.Screen;

/// <summary>One text in every language, side by side, so that none can be missing.</summary>
internal sealed record Saying(string Key, string French, string Dutch, string English);
