namespace EdgeNode.Store;

/// <summary>A record that was written and confirmed cannot be read back.</summary>
public sealed class JournalDamagedException(string message) : Exception(message);
