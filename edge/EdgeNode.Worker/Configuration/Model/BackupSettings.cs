namespace EdgeNode.Worker;

/// <summary>Where the nightly backups go.</summary>
/// <param name="Folder">Absolute path of a folder, best on another disk than the store.</param>
/// <param name="Keep">How many are kept there; the oldest goes first.</param>
public sealed record BackupSettings(string Folder, int Keep);
