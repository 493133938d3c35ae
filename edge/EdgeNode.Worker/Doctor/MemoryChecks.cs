namespace EdgeNode.Worker;

/// <summary>The site's memory on its disk, and who has it.</summary>
internal static class MemoryChecks
{
    private const long FullMiB = 50;
    private const long NearlyFullMiB = 500;
    private static readonly TimeSpan Overdue = TimeSpan.FromHours(49);

    public static IEnumerable<Finding> Of(SiteConfiguration site, MachineFacts facts) =>
        [Folder(site, facts), Space(site, facts), Journal(facts), Backup(site, facts), Node(site, facts)];

    private static Finding Folder(SiteConfiguration site, MachineFacts facts) => facts switch
    {
        { StoreReadOnly: true } => Finding.Failed("store", $"{site.StoreFolder} is mounted read-only", "The card is failing or was not shut down well: copy it (edgenode backup) and put in a new one."),
        { Store: DeviceFact.Missing } => Finding.Failed("store", $"{site.StoreFolder} is not there", "sudo systemd-tmpfiles --create edgenode.conf, or write under store: where the site keeps its memory."),
        { Store: DeviceFact.Forbidden } => Finding.Failed("store", $"{site.StoreFolder} may not be written", $"sudo chown -R {MachineFacts.ServiceUser}: {site.StoreFolder}"),
        _ => Finding.Good("store", site.StoreFolder),
    };

    private static Finding Space(SiteConfiguration site, MachineFacts facts) => facts.StoreFreeMiB switch
    {
        < FullMiB => Finding.Failed("free space", $"{facts.StoreFreeMiB} MiB at {site.StoreFolder}", "Make room: sudo apt clean, sudo journalctl --vacuum-size=50M. Doors go on; nothing more can be recorded."),
        < NearlyFullMiB => Finding.Warning("free space", $"{facts.StoreFreeMiB} MiB at {site.StoreFolder}", "Make room before it is full, or put in a larger card: a year of a site takes about 200 MiB."),
        _ => Finding.Good("free space", facts.StoreFreeMiB is { } free ? $"{free} MiB" : "not told"),
    };

    private static Finding Journal(MachineFacts facts) => facts.BadRecord is { } bad
        ? Finding.Failed("journal", bad, "Keep a copy (edgenode backup), then restart the node: it sets the damage aside, tells the network and goes on.")
        : Finding.Good("journal", "proved");

    private static Finding Backup(SiteConfiguration site, MachineFacts facts) => (site.Backup, facts) switch
    {
        (null, _) => Finding.Warning("backup", "none is made", "Write backup: with a folder on a stick into the file, and the recovery code (edgenode backup --code) onto paper."),
        ({ Folder: var folder }, { BackupFolder: DeviceFact.Missing }) => Finding.Failed("backup", $"{folder} is not there", "Put the stick in and mount it, or write another folder under backup: in the file."),
        ({ Folder: var folder }, { BackupFolder: DeviceFact.Forbidden }) => Finding.Failed("backup", $"{folder} may not be written", $"sudo chown {MachineFacts.ServiceUser}: {folder}; a FAT stick is mounted with uid={MachineFacts.ServiceUser}."),
        (_, { LastBackup: null }) => Finding.Failed("backup", "there is none yet", "A running node makes one within minutes; the page says what keeps it."),
        (_, { LastBackup: { } last }) when facts.Now - last > Overdue => Finding.Failed("backup", $"the newest is of {last:yyyy-MM-dd}", "The page says what keeps the node from making one; edgenode backup makes one now."),
        _ => Finding.Good("backup", $"{facts.LastBackup:yyyy-MM-dd HH:mm} UTC"),
    };

    private static Finding Node(SiteConfiguration site, MachineFacts facts) => facts switch
    {
        { NodeRuns: true } => Finding.Good("node", "runs"),
        { ScreenPortTaken: true } => Finding.Failed("screen", $"another program has port {site.ScreenListen.Port}", "ss -ltnp shows it; stop that one, or change screen: listen: in the file."),
        _ => Finding.Warning("node", "does not run", "sudo systemctl start edgenode; journalctl -u edgenode says why when it does not."),
    };
}
