namespace EdgeNode.Store;

/// <summary>One file in a backup.</summary>
/// <param name="OfStore">Whether it belongs to the store; else it is one of the site's own files.</param>
/// <param name="Name">Its name within the store, or among the site's files; leads nowhere else.</param>
/// <param name="Content">Its content.</param>
public sealed record BackupEntry(bool OfStore, string Name, byte[] Content);
