using System.Collections.Immutable;
using System.Text.Json;

namespace EdgeNode.Worker.Tests;

/// <summary>A machine on which all is well, broken in one way at a time: the doctor must say just that, with a cure.</summary>
public sealed class DoctorTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly SiteConfiguration Site = ConfigurationFixture.Read("""
        site:
          id: namur-gare
          timezone: Europe/Brussels
        screen:
          listen: https://0.0.0.0:8460
        areas:
          - id: floor
          - id: host
        doors:
          - id: street
            from: outside
            to: floor
            strike: { pin: 17, wiring: failSecure }
            contact: { pin: 27, normally: closed }
            readers: [{ id: street-in, wiegand: { d0: 5, d1: 6 } }]
          - id: host
            from: floor
            to: host
            strike: { pin: 23, wiring: failSecure }
            contact: { pin: 24, normally: closed }
            readers:
              - { id: host-in, osdp: { port: /dev/serial/by-id/bus, baud: 9600, address: 0, secure: true } }
              - { id: host-out, direction: out, nfc: { kind: pn532, i2c: 1 } }
        desks:
          - { id: d01, area: floor, radar: { port: /dev/ttyAMA0 } }
          - { id: d02, area: floor, tag: { id: d02-tag, pcsc: {} } }
        backup: { folder: /var/backups/edgenode }
        network:
          broker: broker.network.example
          publicKey: d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a
        """).Configuration!;

    private static readonly MachineFacts Well = new()
    {
        Now = Now,
        Built = Now.AddDays(-30),
        Os = "debian",
        OsVersion = 12,
        Kernel = new(6, 12, 1),
        Board = "Raspberry Pi 4 Model B Rev 1.5",
        MemoryMiB = 1800,
        Throttled = 0,
        Celsius = 50,
        StoreFreeMiB = 9000,
        Devices = ImmutableDictionary<string, DeviceFact>.Empty
            .Add("/dev/serial/by-id/bus", DeviceFact.Usable).Add("/dev/i2c-1", DeviceFact.Usable).Add("/dev/ttyAMA0", DeviceFact.Usable),
        TakenLines = ImmutableDictionary<int, string>.Empty.Add(2, "I2C").Add(3, "I2C"),
        Broker = ServerFact.Reached,
        SensorBroker = ServerFact.Reached,
        Authority = new(Now.AddYears(5)),
        Certificate = new(Now.AddDays(60)),
        NodeRuns = true,
        LastBackup = Now.AddHours(-20),
        Uploads = new(new(2026, 2, 28), Now.AddDays(-1), new(2026, 3, 1), 1),
        Sheets = [.. Site.Definition.Doors.Select(door => new SheetFact(door, Core.DoorAcceptance.Valid, Sheet(Now.AddDays(-300), null), "a1", null))],
    };

    private static readonly Dictionary<string, (Func<MachineFacts, MachineFacts> Break, string Check, Verdict Verdict)> Worlds = new()
    {
        ["a program that is mended for two months more"] = (well => well with { SupportEnds = new(2026, 5, 1) }, "program", Verdict.Warning),
        ["32 bits"] = (well => well with { Is64Bit = false }, "system", Verdict.Failed),
        ["an old Debian"] = (well => well with { OsVersion = 11 }, "system", Verdict.Failed),
        ["another system"] = (well => well with { Os = "fedora" }, "system", Verdict.Warning),
        ["an old kernel"] = (well => well with { Kernel = new(5, 4, 9) }, "kernel", Verdict.Failed),
        ["little memory"] = (well => well with { MemoryMiB = 256 }, "memory", Verdict.Warning),
        ["under-voltage now"] = (well => well with { Throttled = 0x50005 }, "power", Verdict.Failed),
        ["under-voltage before"] = (well => well with { Throttled = 0x50000 }, "power", Verdict.Warning),
        ["heat"] = (well => well with { Celsius = 83 }, "temperature", Verdict.Warning),
        ["a clock in 1970"] = (well => well with { Now = DateTimeOffset.UnixEpoch }, "clock", Verdict.Failed),
        ["a clock that nobody confirms"] = (well => well with { ClockConfirmed = false }, "clock", Verdict.Warning),
        ["no battery clock"] = (well => well with { BatteryClock = false }, "battery clock", Verdict.Warning),
        ["no watchdog"] = (well => well with { Watchdog = false }, "hardware watchdog", Verdict.Warning),
        ["asked as root"] = (well => well with { User = "root" }, "user", Verdict.Warning),
        ["a missing group"] = (well => well with { MissingGroups = ["gpio"] }, "groups", Verdict.Failed),
        ["a file that all may read"] = (well => well with { FileOpenToAll = true }, "site's file", Verdict.Warning),
        ["a read-only card"] = (well => well with { StoreReadOnly = true }, "store", Verdict.Failed),
        ["no store"] = (well => well with { Store = DeviceFact.Missing }, "store", Verdict.Failed),
        ["somebody else's store"] = (well => well with { Store = DeviceFact.Forbidden }, "store", Verdict.Failed),
        ["a full disk"] = (well => well with { StoreFreeMiB = 3 }, "free space", Verdict.Failed),
        ["a disk that is nearly full"] = (well => well with { StoreFreeMiB = 120 }, "free space", Verdict.Warning),
        ["a damaged journal"] = (well => well with { BadRecord = "record 7: the chain breaks" }, "journal", Verdict.Failed),
        ["a stick that is gone"] = (well => well with { BackupFolder = DeviceFact.Missing, LastBackup = null }, "backup", Verdict.Failed),
        ["a stick that is root's"] = (well => well with { BackupFolder = DeviceFact.Forbidden, LastBackup = null }, "backup", Verdict.Failed),
        ["no backup yet"] = (well => well with { LastBackup = null }, "backup", Verdict.Failed),
        ["backups that stopped"] = (well => well with { LastBackup = Now.AddDays(-3) }, "backup", Verdict.Failed),
        ["a node that does not run"] = (well => well with { NodeRuns = false }, "node", Verdict.Warning),
        ["a port that is taken"] = (well => well with { NodeRuns = false, ScreenPortTaken = true }, "screen", Verdict.Failed),
        ["no pin chip"] = (well => well with { ChipTroubles = well.ChipTroubles.Add("header", "this machine has no GPIO chip") }, "pins of header", Verdict.Failed),
        ["SPI on a door's line"] = (well => well with { TakenLines = well.TakenLines.Add(5, "SPI") }, "line 5", Verdict.Failed),
        ["lines that outlive their program"] = (well => well with { StrictGpio = false }, "lines of a dead program", Verdict.Warning),
        ["an adapter that was pulled"] = (well => well with { Devices = well.Devices.Remove("/dev/serial/by-id/bus") }, "/dev/serial/by-id/bus", Verdict.Failed),
        ["I2C switched off"] = (well => well with { Devices = well.Devices.Remove("/dev/i2c-1") }, "/dev/i2c-1", Verdict.Failed),
        ["a port without the right to it"] = (well => well with { Devices = well.Devices.SetItem("/dev/ttyAMA0", DeviceFact.Forbidden) }, "/dev/ttyAMA0", Verdict.Failed),
        ["a console on the radar's port"] = (well => well with { ConsolePort = "/dev/ttyAMA0" }, "/dev/ttyAMA0", Verdict.Failed),
        ["no PC/SC daemon"] = (well => well with { PcscDaemon = false }, "USB readers", Verdict.Failed),
        ["a reader without a key"] = (well => well with { Unpaired = ["host-in"] }, "reader host-in", Verdict.Failed),
        ["a broker without an address"] = (well => well with { Broker = ServerFact.NoAddress }, "network", Verdict.Failed),
        ["a broker that is silent"] = (well => well with { Broker = ServerFact.NoAnswer }, "network", Verdict.Failed),
        ["a broker that is somebody else"] = (well => well with { Broker = ServerFact.NotProved }, "network", Verdict.Failed),
        ["a broker that does not let the site in"] = (well => well with { Broker = ServerFact.LoginRefused }, "network", Verdict.Failed),
        ["a broker that lets the site read nothing"] = (well => well with { Broker = ServerFact.TopicsRefused }, "network", Verdict.Failed),
        ["a node that is offline though its broker answers"] = (well => well with { OfflineFor = "3 h" }, "network's sign-in", Verdict.Failed),
        ["usage days that wait"] = (well => well with { Uploads = new(new(2026, 2, 26), Now.AddDays(-3), new(2026, 2, 27), 2) }, "usage days", Verdict.Warning),
        ["usage days that wait for more than a week"] = (well => well with { Uploads = new(null, null, new(2026, 2, 20), 9) }, "usage days", Verdict.Failed),
        ["a sensors' broker that is silent"] = (well => well with { SensorBroker = ServerFact.NoAnswer }, "sensors' broker", Verdict.Failed),
        ["a password that is gone"] = (well => well with { PasswordTroubles = ["there is no broker.password"] }, "password", Verdict.Failed),
        ["an authority that ended"] = (well => well with { Authority = new(Now.AddDays(-1)) }, "network's authority", Verdict.Failed),
        ["a certificate that ends soon"] = (well => well with { Certificate = new(Now.AddDays(3)) }, "site's certificate", Verdict.Warning),
        ["a certificate that is none"] = (well => well with { Certificate = new((DateTimeOffset?)null) }, "site's certificate", Verdict.Failed),
        ["a certificate that cannot be renewed"] = (well => well with { CertificateReplaceable = false }, "site's certificate", Verdict.Failed),
        ["a door without a safety sheet"] = (well => Sheeted(well, Core.DoorAcceptance.Missing, null), "safety sheet of street", Verdict.Failed),
        ["a door that nobody tried"] = (well => Sheeted(well, Core.DoorAcceptance.Overridden, Sheet(Now.AddDays(-3), "fitted on Monday")), "safety sheet of street", Verdict.Warning),
        ["a door that was tried long ago"] = (well => Sheeted(well, Core.DoorAcceptance.Valid, Sheet(Now.AddDays(-366), null)), "safety sheet of street", Verdict.Warning),
    };

    public static TheoryData<string> Names => [.. Worlds.Keys];

    [Fact]
    public void Where_all_is_well_it_finds_nothing() => Assert.DoesNotContain(Examine(Site, Well), finding => finding.Verdict != Verdict.Good || finding.Cure is not null);

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_broken_world_is_found_and_nothing_else_with_what_to_do(string name)
    {
        var (broken, check, verdict) = Worlds[name];

        var found = Assert.Single(Examine(Site, broken(Well)), finding => finding.Verdict != Verdict.Good);

        Assert.Equal((check, verdict), (found.Check, found.Verdict));
        Assert.NotEmpty(found.Result);
        Assert.True(found.Cure is { Length: > 10 }, "a finding without a cure");
    }

    [Fact]
    public void The_date_until_which_weaknesses_are_mended_is_the_same_in_the_program_and_for_those_who_report_them() =>
        Assert.Contains($"until {Node.SupportEnds:yyyy-MM-dd}", File.ReadAllText(ConfigurationFixture.BesideProgram("SECURITY.md")), StringComparison.Ordinal);

    [Fact]
    public void There_are_more_than_twenty_five_of_them() => Assert.InRange(Worlds.Count, 26, int.MaxValue);

    [Theory]
    [InlineData("            contact: { pin: 24, normally: closed }\n", "", "no contact")]
    [InlineData("pin: 24, normally: closed", "pin: 24, normally: open", "reads as shut")]
    [InlineData("            strike: { pin: 23, wiring: failSecure }\n", "", "no strike")]
    public void A_door_that_lacks_something_is_told(string old, string now, string told)
    {
        var text = SampleOf(old.TrimStart(' '), now.TrimStart(' '));
        var found = Assert.Single(Doctor.Examine(text, null, Well), finding => finding.Check == "door host");
        Assert.Equal(Verdict.Warning, found.Verdict);
        Assert.Contains(told, found.Result, StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_that_rehearses_or_keeps_its_page_to_itself_is_told_so()
    {
        var found = Doctor.Examine(ConfigurationFixture.Read(ConfigurationFixture.Minimal + "gpio: none\n").Configuration!, null, Well);
        Assert.Contains(found, finding => finding.Check == "pins" && finding.Verdict == Verdict.Warning);
        Assert.Contains(found, finding => finding.Check == "screen" && finding.Result.Contains("this machine only", StringComparison.Ordinal));
        Assert.Contains(found, finding => finding is { Check: "backup", Verdict: Verdict.Warning, Result: "none is made" });
        Assert.Contains(found, finding => finding.Check == "network" && finding.Result == "the site stands alone");
    }

    [Fact]
    public void The_table_and_the_list_say_the_same()
    {
        var findings = Examine(Site, Well with { Celsius = 83, StoreFreeMiB = 3 });
        var table = DoctorCommand.Table(findings);
        using var list = JsonDocument.Parse(DoctorCommand.Json(findings));
        Assert.Equal(findings.Length, list.RootElement.GetArrayLength());
        Assert.All(list.RootElement.EnumerateArray(), item => Assert.Contains(item.GetProperty("result").GetString()!, table, StringComparison.Ordinal));
        Assert.EndsWith($"{findings.Length} checks, 1 failed, 1 to look at.\n", table, StringComparison.Ordinal);
        Assert.Single(table.Split('\n'), line => line.StartsWith("FAILED", StringComparison.Ordinal));
    }

    private static Contracts.DoorSafetySheet Sheet(DateTimeOffset at, string? why) => new("namur-gare", "street", "w", at.ToUnixTimeMilliseconds(), "installer-1", "FailSecure", why, []);

    private static MachineFacts Sheeted(MachineFacts well, Core.DoorAcceptance acceptance, Contracts.DoorSafetySheet? sheet) =>
        well with { Sheets = well.Sheets.SetItem(0, new(well.Sheets[0].Door, acceptance, sheet, "a2", acceptance == Core.DoorAcceptance.Missing ? "there is none" : null)) };

    private static ImmutableArray<Finding> Examine(SiteConfiguration site, MachineFacts facts) => Doctor.Examine(site, site.Network, facts);

    private static SiteConfiguration SampleOf(string old, string now)
    {
        const string door = """
            areas: [{ id: floor }, { id: host }]
            site: { id: namur-gare, timezone: Europe/Brussels }
            doors:
              - id: host
                from: outside
                to: host
                readers: [{ id: host-in, wiegand: { d0: 20, d1: 21 } }]
                strike: { pin: 23, wiring: failSecure }
                contact: { pin: 24, normally: closed }
              - { id: floor, from: host, to: floor }

            """;
        var (line, with) = (old.TrimEnd('\n'), now.TrimEnd('\n'));
        Assert.Contains(line, door, StringComparison.Ordinal);
        return ConfigurationFixture.Read(door.Replace(line, with, StringComparison.Ordinal)).Configuration!;
    }
}
