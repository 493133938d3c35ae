using System.Collections.Immutable;

namespace EdgeNode.Worker;

/// <summary>What was seen of a machine and of its surroundings, for one site. Null = it could not be seen; a container shows less than a Pi.</summary>
internal sealed record MachineFacts
{
    /// <summary>Wall time of the survey.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>When this program was made: no right clock is before it.</summary>
    public required DateTimeOffset Built { get; init; }

    /// <summary>Until when weaknesses of this program are mended.</summary>
    public DateOnly SupportEnds { get; init; } = Node.SupportEnds;

    /// <summary>Id of the distribution (os-release(5)).</summary>
    public string? Os { get; init; }

    /// <summary>Its version, a whole number.</summary>
    public int? OsVersion { get; init; }

    /// <summary>Whether the program runs with 64 bits on arm or x86.</summary>
    public bool Is64Bit { get; init; } = true;

    /// <summary>Version of the kernel.</summary>
    public Version? Kernel { get; init; }

    /// <summary>Model of the board, from its device tree; null = not a board.</summary>
    public string? Board { get; init; }

    /// <summary>Memory in MiB.</summary>
    public int? MemoryMiB { get; init; }

    /// <summary>Bits of the firmware's get_throttled: 0 = under-voltage now, 16 = since the start.</summary>
    public int? Throttled { get; init; }

    /// <summary>Temperature of the processor in degrees Celsius.</summary>
    public int? Celsius { get; init; }

    /// <summary>Free space of the store in MiB.</summary>
    public long? StoreFreeMiB { get; init; }

    /// <summary>The store's folder.</summary>
    public DeviceFact Store { get; init; } = DeviceFact.Usable;

    /// <summary>For how long the running node has been without its broker, in its own words; null = it is online, does not run, or nobody can tell.</summary>
    public string? OfflineFor { get; init; }

    /// <summary>Usage days at the network; null = the site stands alone, or its journal cannot be read.</summary>
    public UploadFact? Uploads { get; init; }

    /// <summary>The safety sheets of the doors whose lock this node drives.</summary>
    public ImmutableArray<SheetFact> Sheets { get; init; } = [];

    /// <summary>Whether the store's file system is mounted read-only.</summary>
    public bool StoreReadOnly { get; init; }

    /// <summary>First bad record of the journal; null = all are proved.</summary>
    public string? BadRecord { get; init; }

    /// <summary>The folder of the nightly backups.</summary>
    public DeviceFact BackupFolder { get; init; } = DeviceFact.Usable;

    /// <summary>When the newest backup was made; null = there is none.</summary>
    public DateTimeOffset? LastBackup { get; init; }

    /// <summary>Whether network time or a battery clock stands behind the clock.</summary>
    public bool ClockConfirmed { get; init; } = true;

    /// <summary>Whether there is a battery clock.</summary>
    public bool BatteryClock { get; init; } = true;

    /// <summary>Whether there is a hardware watchdog.</summary>
    public bool Watchdog { get; init; } = true;

    /// <summary>Whether the board lets go of the lines of a dead program (dtparam=strict_gpiod).</summary>
    public bool StrictGpio { get; init; } = true;

    /// <summary>Who asks.</summary>
    public string User { get; init; } = ServiceUser;

    /// <summary>Groups of the service that the system does not have.</summary>
    public ImmutableArray<string> MissingGroups { get; init; } = [];

    /// <summary>Whether everybody may read the site's file.</summary>
    public bool FileOpenToAll { get; init; }

    /// <summary>Troubles of pin chips by their name in the file, in words; a chip without an entry is all right.</summary>
    public ImmutableDictionary<string, string> ChipTroubles { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Serial ports and bus nodes by path.</summary>
    public ImmutableDictionary<string, DeviceFact> Devices { get; init; } = ImmutableDictionary<string, DeviceFact>.Empty;

    /// <summary>The serial port that the kernel's console has taken; null = none.</summary>
    public string? ConsolePort { get; init; }

    /// <summary>Lines of the header that SPI, I2C or a serial port have taken, with what has them.</summary>
    public ImmutableDictionary<int, string> TakenLines { get; init; } = ImmutableDictionary<int, string>.Empty;

    /// <summary>Whether the PC/SC daemon listens.</summary>
    public bool PcscDaemon { get; init; } = true;

    /// <summary>Readers that were never paired, by access point.</summary>
    public ImmutableArray<string> Unpaired { get; init; } = [];

    /// <summary>The network's broker; null = the site stands alone.</summary>
    public ServerFact? Broker { get; init; }

    /// <summary>The broker of the desk sensors; null = no sensor needs one.</summary>
    public ServerFact? SensorBroker { get; init; }

    /// <summary>Passwords that cannot be read, in words.</summary>
    public ImmutableArray<string> PasswordTroubles { get; init; } = [];

    /// <summary>The authority that may vouch for the broker; null = those of the system.</summary>
    public CertificateFact? Authority { get; init; }

    /// <summary>The site's own certificate; null = it has none.</summary>
    public CertificateFact? Certificate { get; init; }

    /// <summary>Whether the site's certificate can be replaced by a newer one.</summary>
    public bool CertificateReplaceable { get; init; } = true;

    /// <summary>Whether another program has the screen's port.</summary>
    public bool ScreenPortTaken { get; init; }

    /// <summary>Whether a node runs on this store.</summary>
    public bool NodeRuns { get; init; }

    /// <summary>The user as whom the package runs the service.</summary>
    public const string ServiceUser = "edgenode";
}
