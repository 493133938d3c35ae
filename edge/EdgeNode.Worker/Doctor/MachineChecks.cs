namespace EdgeNode.Worker;

/// <summary>The machine itself: system, power, clock, rights.</summary>
internal static class MachineChecks
{
    /// <summary>The check whose result is the name of who asks.</summary>
    public const string WhoAsks = "user";

    private const int UnderVoltageNow = 1 << 0;
    private const int UnderVoltageSince = 1 << 16;
    private const int Hot = 80;
    private const int LeastMemoryMiB = 400;
    private const int LeastSupportDays = 90;
    private static readonly Version LeastKernel = new(5, 10);

    public static IEnumerable<Finding> Of(MachineFacts facts) =>
        [Program(facts), OperatingSystem(facts), Kernel(facts), Memory(facts), Power(facts), Heat(facts), Clock(facts), BatteryClock(facts), Watchdog(facts), User(facts), Groups(facts), FileRights(facts)];

    private static Finding Program(MachineFacts facts)
    {
        var told = $"{Node.ProgramVersion.Split('+')[0]}, weaknesses are mended until {facts.SupportEnds:yyyy-MM-dd}";
        return facts.SupportEnds.DayNumber - DateOnly.FromDateTime(facts.Now.UtcDateTime).DayNumber < LeastSupportDays
            ? Finding.Warning("program", told, "Upgrade: sudo edgenode upgrade FILE.deb with a newer release. Doors go on meanwhile.")
            : Finding.Good("program", told);
    }

    private static Finding OperatingSystem(MachineFacts facts) => facts switch
    {
        { Is64Bit: false } => Finding.Failed("system", "32 bits", "Install the 64-bit Raspberry Pi OS; the program is made for 64 bits only."),
        { Os: "debian" or "raspbian", OsVersion: < 12 and var version } => Finding.Failed("system", $"Debian {version}", "Install Raspberry Pi OS or Debian 12 or later."),
        { Os: "debian" or "raspbian" } => Finding.Good("system", $"Debian {facts.OsVersion}"),
        _ => Finding.Warning("system", facts.Os ?? "unknown", "It is tried on Debian and Raspberry Pi OS only; take one of these for a site."),
    };

    private static Finding Kernel(MachineFacts facts) => facts.Kernel is { } kernel && kernel < LeastKernel
        ? Finding.Failed("kernel", $"Linux {kernel}", "Update the system (apt full-upgrade) and restart: pins need Linux 5.10 or later.")
        : Finding.Good("kernel", $"Linux {facts.Kernel?.ToString() ?? "of unknown version"}");

    private static Finding Memory(MachineFacts facts) => facts.MemoryMiB is < LeastMemoryMiB and var memory
        ? Finding.Warning("memory", $"{memory} MiB", "Take a board with 1 GB; with less the program is stopped when a large policy comes.")
        : Finding.Good("memory", facts.MemoryMiB is { } enough ? $"{enough} MiB" : "not told");

    private static Finding Power(MachineFacts facts) => facts.Throttled switch
    {
        { } bits when (bits & UnderVoltageNow) != 0 => Finding.Failed("power", "too low a voltage now", "Use the board's own power supply and a short, thick cable; feed no lock from the board."),
        { } bits when (bits & UnderVoltageSince) != 0 => Finding.Warning("power", "too low a voltage since the start", "Look at it when a strike moves: use the board's own power supply, and one of its own for the locks."),
        { } => Finding.Good("power", "steady since the start"),
        null => Finding.Good("power", "not told by this machine"),
    };

    private static Finding Heat(MachineFacts facts) => facts.Celsius is >= Hot and var degrees
        ? Finding.Warning("temperature", $"{degrees} °C", "Give the board air or a heat sink; it slows down at 80 °C.")
        : Finding.Good("temperature", facts.Celsius is { } mild ? $"{mild} °C" : "not told");

    private static Finding Clock(MachineFacts facts) => facts switch
    {
        _ when facts.Now < facts.Built => Finding.Failed("clock", $"{facts.Now:yyyy-MM-dd HH:mm} UTC, before this program was made", "Connect the board to the network once, or set the time: sudo timedatectl set-time '2026-03-02 09:00'."),
        { ClockConfirmed: false } => Finding.Warning("clock", $"{facts.Now:yyyy-MM-dd HH:mm} UTC, confirmed by nobody", "Let the board reach a time server (timedatectl status shows it). Until then doors follow untrustedClock:."),
        _ => Finding.Good("clock", $"{facts.Now:yyyy-MM-dd HH:mm} UTC, confirmed"),
    };

    private static Finding BatteryClock(MachineFacts facts) => facts.BatteryClock
        ? Finding.Good("battery clock", "there")
        : Finding.Warning("battery clock", "none", "Fit one (a coin cell on a Pi 5, a DS3231 elsewhere): after a power cut without internet nobody knows the time.");

    private static Finding Watchdog(MachineFacts facts) => facts.Watchdog
        ? Finding.Good("hardware watchdog", "there")
        : Finding.Warning("hardware watchdog", "none", "Write dtparam=watchdog=on into /boot/firmware/config.txt and restart: a hung board then restarts by itself.");

    private static Finding User(MachineFacts facts) => facts.User == MachineFacts.ServiceUser
        ? Finding.Good(WhoAsks, facts.User)
        : Finding.Warning(WhoAsks, facts.User, $"Ask as the service, whose rights count: sudo -u {MachineFacts.ServiceUser} edgenode doctor");

    private static Finding Groups(MachineFacts facts) => facts.MissingGroups is []
        ? Finding.Good("groups", "gpio, spi, i2c, dialout")
        : Finding.Failed("groups", $"missing: {string.Join(", ", facts.MissingGroups)}", "The service does not start without them: sudo systemd-sysusers edgenode.conf");

    private static Finding FileRights(MachineFacts facts) => facts.FileOpenToAll
        ? Finding.Warning("site's file", "everybody on this machine may read it", "sudo chmod 640 and sudo chgrp edgenode on the file.")
        : Finding.Good("site's file", "right, and closed to others");
}
