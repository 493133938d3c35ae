using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using EdgeNode.CloudSync;
using EdgeNode.Contracts;
using EdgeNode.Core;
using EdgeNode.Hardware;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary>Looks at this machine for one site. Changes nothing; every wait has a bound.</summary>
/// <param name="root">Where the system's files lie: <c>/</c>, or a picture of a machine.</param>
/// <param name="time">The machine's clock.</param>
internal sealed partial class MachineSurvey(string root, TimeProvider time)
{
    private const int ReadAndWrite = 6;
    private static readonly string[] ServiceGroups = ["gpio", "spi", "i2c", "dialout"];

    /// <summary>Everything that the checks ask for.</summary>
    /// <param name="file">The site's file.</param>
    /// <param name="site">What it says.</param>
    /// <param name="network">The network to which the site belongs; null = none.</param>
    /// <param name="stop">Ends it.</param>
    public async Task<MachineFacts> LookAsync(string file, SiteConfiguration site, NetworkSettings? network, CancellationToken stop)
    {
        var (running, store) = (StoppedNode.NodeRuns(site), Reach(site.StoreFolder));
        var backups = site.Backup is { } kept ? Reach(kept.Folder) : DeviceFact.Usable;
        var sensors = site.DeskSensors.Any(sensor => sensor is DeskSensorSettings.Mqtt);
        return OfSystem() with
        {
            Store = store,
            StoreReadOnly = IsReadOnly(site.StoreFolder),
            StoreFreeMiB = store == DeviceFact.Missing ? null : new DriveInfo(site.StoreFolder).AvailableFreeSpace >> 20,
            BadRecord = store == DeviceFact.Usable ? BadRecord(site) : null,
            BackupFolder = backups,
            LastBackup = site.Backup is not null && backups == DeviceFact.Usable ? new SiteBackups(file, site).Newest() : null,
            FileOpenToAll = (File.GetUnixFileMode(file) & UnixFileMode.OtherRead) != 0,
            ChipTroubles = ChipTroubles(site),
            Devices = DevicePaths.Of(site).ToImmutableDictionary(path => path, Reach),
            Unpaired = Unpaired(site, store),
            Broker = network is null ? null : await BrokerAsync(site, network, running, stop),
            OfflineFor = running && network is not null ? await ServiceStatus.OfflineForAsync(time, stop) : null,
            Uploads = network is not null && store == DeviceFact.Usable ? UploadReading.Of(NodeStore.JournalFolder(site)) : null,
            SensorBroker = sensors ? await ServerProbe.LookAsync(site.SensorBroker.Host, site.SensorBroker.Port, tls: false, null, time, stop) : null,
            PasswordTroubles = [.. new[] { network?.Password, sensors ? site.SensorBroker.Password : null }.OfType<PasswordSource>().Select(Trouble).OfType<string>()],
            Authority = network?.CaFile is { } authority ? CertificateReading.Of(authority) : null,
            Certificate = network?.CertificateFile is { } own ? CertificateReading.Of(own) : null,
            CertificateReplaceable = network?.CertificateFile is not { } replaced || Reach(Path.GetDirectoryName(replaced)!) == DeviceFact.Usable,
            NodeRuns = running,
            Sheets = Sheets(site, store),
            ScreenPortTaken = !running && PortTaken(site.ScreenListen),
        };
    }

    /// <summary>What the system itself tells, whatever the site.</summary>
    public MachineFacts OfSystem()
    {
        var release = Lines("etc/os-release").Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1].Trim('"'));
        var groups = Lines("etc/group").Select(line => line.Split(':')[0]).ToHashSet();
        var boot = Lines("boot/firmware/config.txt");
        var command = Text("proc/cmdline")?.Split(' ') ?? [];
        return new()
        {
            Now = time.GetUtcNow(),
            Built = File.GetLastWriteTimeUtc(typeof(MachineSurvey).Assembly.Location),
            Os = release.GetValueOrDefault("ID"),
            OsVersion = Number(release.GetValueOrDefault("VERSION_ID")),
            Is64Bit = RuntimeInformation.ProcessArchitecture is Architecture.Arm64 or Architecture.X64,
            Kernel = Version.TryParse(Text("proc/sys/kernel/osrelease")?.Split('-', '+')[0], out var kernel) ? kernel : null,
            Board = Text("proc/device-tree/model")?.TrimEnd('\0'),
            MemoryMiB = Number(Lines("proc/meminfo").FirstOrDefault()?.Split(' ', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(1)) / 1024,
            Throttled = int.TryParse(Text("sys/devices/platform/soc/soc:firmware/get_throttled"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var bits) ? bits : null,
            Celsius = Number(Text("sys/class/thermal/thermal_zone0/temp")) / 1000,
            ClockConfirmed = KernelClock.IsSynchronised(),
            BatteryClock = Path.Exists(PathOf("dev/rtc0")),
            Watchdog = Path.Exists(PathOf("dev/watchdog")),
            StrictGpio = boot.Contains("dtparam=strict_gpiod"),
            User = Environment.UserName,
            MissingGroups = [.. ServiceGroups.Where(group => !groups.Contains(group))],
            ConsolePort = command.Where(word => word.StartsWith("console=tty", StringComparison.Ordinal) || word.StartsWith("console=serial", StringComparison.Ordinal))
                .Select(word => $"/dev/{word["console=".Length..].Split(',')[0]}").FirstOrDefault(path => path is "/dev/serial0" or "/dev/ttyAMA0" or "/dev/ttyS0"),
            TakenLines = TakenLines(),
            PcscDaemon = Path.Exists(PathOf("run/pcscd/pcscd.comm")),
        };
    }

    private string PathOf(string name) => Path.Combine(root, name);

    private string[] Lines(string name) => File.Exists(PathOf(name)) ? [.. File.ReadLines(PathOf(name)).Select(line => line.Trim())] : [];

    private string? Text(string name) => File.Exists(PathOf(name)) ? File.ReadAllText(PathOf(name)).Trim() : null;

    private static int? Number(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;

    private ImmutableDictionary<int, string> TakenLines()
    {
        (string Node, string Bus, int[] Lines)[] buses = [("dev/spidev0.0", "SPI", [7, 8, 9, 10, 11]), ("dev/i2c-1", "I2C", [2, 3]), ("dev/serial0", "the serial port", [14, 15])];
        return buses.Where(bus => Path.Exists(PathOf(bus.Node))).SelectMany(bus => bus.Lines.Select(line => (line, bus.Bus))).ToImmutableDictionary(taken => taken.line, taken => taken.Bus);
    }

    private static DeviceFact Reach(string path) =>
        !Path.Exists(path) ? DeviceFact.Missing : access(path, ReadAndWrite) == 0 ? DeviceFact.Usable : DeviceFact.Forbidden;

    // The mount that is nearest above the folder; its options begin with ro or rw.
    private bool IsReadOnly(string folder) => Lines("proc/mounts").Select(line => line.Split(' '))
        .Where(mount => mount.Length > 3 && (folder + "/").StartsWith(mount[1].TrimEnd('/') + "/", StringComparison.Ordinal))
        .MaxBy(mount => mount[1].Length)?[3].Split(',').Contains("ro") == true;

    private static string? BadRecord(SiteConfiguration site)
    {
        var folder = NodeStore.JournalFolder(site);
        return Directory.Exists(folder) ? JournalProof.Verify(folder).FirstBad : null;
    }

    private static ImmutableDictionary<string, string> ChipTroubles(SiteConfiguration site)
    {
        var troubles = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var chip in site.Gpio == GpioUse.None ? [] : PinPlan.Of(site).Select(use => use.Chip).Distinct())
        {
            try
            {
                GpioChips.Open(chip).Dispose();
            }
            catch (HardwareMissingException missing)
            {
                troubles[chip] = missing.Message;
            }
        }

        return troubles.ToImmutable();
    }

    private static ImmutableArray<string> Unpaired(SiteConfiguration site, DeviceFact store)
    {
        var keys = OsdpBuses.Keys(site);
        return store != DeviceFact.Usable ? [] :
            [.. site.Readers.OfType<ReaderSettings.Osdp>().Where(reader => reader.Secure && keys.Load(reader.AccessPoint.Value) is { Current: null, Next: null }).Select(reader => reader.AccessPoint.Value)];
    }

    // A running node has signed in by itself; a second one under its name would put it out.
    private async Task<ServerFact> BrokerAsync(SiteConfiguration site, NetworkSettings network, bool running, CancellationToken stop)
    {
        var reached = await ServerProbe.LookAsync(network.Host, network.Port, network.Tls, network.CaFile, time, stop);
        if (reached != ServerFact.Reached || running)
        {
            return reached;
        }

        try
        {
            var settings = NetworkWords.Link(site.Definition, network);
            return await BrokerVisit.AskAsync(settings, network.CertificateFile is { } file ? await File.ReadAllTextAsync(file, stop) : null, time, stop) switch
            {
                BrokerAnswer.LoginRefused => ServerFact.LoginRefused,
                BrokerAnswer.TopicsRefused => ServerFact.TopicsRefused,
                _ => ServerFact.SignedIn,
            };
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // Password or certificate cannot be read, which is a finding of its own.
            return reached;
        }
    }

    // Looks without making keys: a site without a store has no sheets either.
    private static ImmutableArray<SheetFact> Sheets(SiteConfiguration site, DeviceFact store)
    {
        if (store != DeviceFact.Usable || !File.Exists(Path.Combine(site.StoreFolder, "keys", "signing.seed")))
        {
            return [.. DoorWiring.Driven(site).Select(door => new SheetFact(door, DoorAcceptance.Missing, null, null, "there is none"))];
        }

        using var key = new SigningKey(SiteKeys.Open(Path.Combine(site.StoreFolder, "keys"), _ => throw new InvalidDataException("A key of the site is missing. Start the node once: it makes its keys.")).SigningSeed);
        return new SafetySheets(site).Read(key.PublicHex);
    }

    private static string? Trouble(PasswordSource source)
    {
        try
        {
            return source.Read().Length > 0 ? null : "its first line is empty";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return failure.Message;
        }
    }

    private static bool PortTaken(Uri listen)
    {
        var address = IPAddress.TryParse(listen.Host.Trim('[', ']'), out var named) ? named : IPAddress.Loopback;
        try
        {
            using var server = new TcpListener(address, listen.Port);
            server.Start();
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int access(string path, int mode);
}
