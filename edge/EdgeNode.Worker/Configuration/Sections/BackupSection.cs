namespace EdgeNode.Worker;

/// <summary>backup: where the nightly backups go; absent = none is made.</summary>
internal static class BackupSection
{
    private const int UsualKeep = 14;

    public static BackupSettings? Read(MapReader root) => root.Optional("backup").Map("backup section", map => new BackupSettings(
        Files.Path(map.Required("folder", "/var/backups/edgenode")) ?? "",
        map.Optional("keep").Whole(1, 400, UsualKeep) ?? UsualKeep));
}
