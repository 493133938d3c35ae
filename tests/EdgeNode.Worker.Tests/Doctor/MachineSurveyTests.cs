using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EdgeNode.Core;
using EdgeNode.Hardware.Simulated;
using EdgeNode.Store;
using EdgeNode.Store.Tests;

namespace EdgeNode.Worker.Tests;

public sealed class MachineSurveyTests : IDisposable
{
    private readonly TemporaryFolder _root = new();
    private readonly SimulatedTime _time = new(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public void Dispose() => _root.Dispose();

    [Fact]
    public void A_Raspberry_Pi_is_read_from_its_own_files()
    {
        Write("etc/os-release", "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nVERSION_ID=\"12\"\nID=debian\n");
        Write("etc/group", "root:x:0:\ngpio:x:997:pi\ni2c:x:998:\ndialout:x:20:\n");
        Write("proc/sys/kernel/osrelease", "6.12.25+rpt-rpi-v8\n");
        Write("proc/device-tree/model", "Raspberry Pi 4 Model B Rev 1.5\0");
        Write("proc/meminfo", "MemTotal:        3884336 kB\nMemFree: 1 kB\n");
        Write("proc/cmdline", "console=serial0,115200 console=tty1 root=PARTUUID=1\n");
        Write("sys/devices/platform/soc/soc:firmware/get_throttled", "50005\n");
        Write("sys/class/thermal/thermal_zone0/temp", "48312\n");
        Write("boot/firmware/config.txt", "[all]\ndtparam=strict_gpiod\n");
        Write("dev/spidev0.0", "");
        Write("dev/watchdog", "");

        var facts = Survey.OfSystem();

        Assert.Equal(("debian", 12, new Version(6, 12, 25), "Raspberry Pi 4 Model B Rev 1.5"), (facts.Os, facts.OsVersion, facts.Kernel, facts.Board));
        Assert.Equal((3793, 0x50005, 48), (facts.MemoryMiB, facts.Throttled, facts.Celsius));
        Assert.Equal(["spi"], facts.MissingGroups);
        Assert.Equal("/dev/serial0", facts.ConsolePort);
        Assert.Equal([7, 8, 9, 10, 11], facts.TakenLines.Keys.Order());
        Assert.True(facts is { StrictGpio: true, Watchdog: true, BatteryClock: false, PcscDaemon: false });
    }

    [Fact]
    public void A_machine_that_tells_nothing_is_unknown_and_no_fault()
    {
        var facts = Survey.OfSystem();
        Assert.True(facts is { Os: null, OsVersion: null, Kernel: null, Board: null, MemoryMiB: null, Throttled: null, Celsius: null, ConsolePort: null });
    }

    [Fact]
    public async Task A_server_is_followed_as_far_as_it_goes()
    {
        var stop = TestContext.Current.CancellationToken;
        using var authority = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=localhost", authority, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(90));
        var file = _root["ca.pem"];
        await File.WriteAllTextAsync(file, certificate.ExportCertificatePem(), stop);
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var port = ((IPEndPoint)server.LocalEndpoint).Port;
        using var closing = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var serving = ServeAsync(server, certificate, closing.Token);

        Assert.Equal(ServerFact.NoAddress, await Look("nobody.invalid", port, tls: false, null));
        Assert.Equal(ServerFact.Reached, await Look("localhost", port, tls: false, null));
        Assert.Equal(ServerFact.NotProved, await Look("localhost", port, tls: true, null));
        Assert.Equal(ServerFact.NotProved, await Look("127.0.0.1", port, tls: true, file));
        Assert.Equal(ServerFact.Reached, await Look("localhost", port, tls: true, file));
        await closing.CancelAsync();
        await serving;
        server.Stop();
        Assert.Equal(ServerFact.NoAnswer, await Look("localhost", port, tls: true, file));

        Task<ServerFact> Look(string host, int at, bool tls, string? authorityFile) => ServerProbe.LookAsync(host, at, tls, authorityFile, TimeProvider.System, stop);
    }

    [Fact]
    public async Task The_command_looks_at_a_site_tells_programs_too_and_ends_with_1_when_something_does_not_work()
    {
        var file = _root["site.yaml"];
        await File.WriteAllTextAsync(file, $"{ConfigurationFixture.Minimal}store: missing\ngpio: none\n", TestContext.Current.CancellationToken);

        var (exit, output, error) = await EdgeNodeProcess.RunAsync("doctor", "--json", "--config", file);

        Assert.Equal(1, exit);
        Assert.Contains("\"check\": \"store\",\n    \"verdict\": \"failed\"", output, StringComparison.Ordinal);
        Assert.Empty(error);
    }

    [Fact]
    public void Usage_days_are_read_from_the_journal_also_while_the_node_writes_to_it()
    {
        Assert.Null(UploadReading.Of(_root["journal"]));
        var options = new JournalOptions { FillSalt = RandomNumberGenerator.Fill, NewEpoch = () => "e1", Synchronous = true };
        using var journal = Journal.Open(_root["journal"], options);
        Assert.Equal(new(null, null, null, 0), UploadReading.Of(_root["journal"]));
        foreach (var day in (int[])[1, 2, 3])
        {
            journal.Append(new JournalFact.DayClosed(new(2026, 3, day)), Moment(day + 1));
        }

        journal.Append(new JournalFact.UsageAcknowledged(new(2026, 3, 1)), Moment(5));
        Assert.Equal(new(new(2026, 3, 1), Moment(5).Wall, new(2026, 3, 2), 2), UploadReading.Of(_root["journal"]));

        static Moment Moment(int day) => new(TimeSpan.FromDays(day), new(2026, 3, day, 1, 0, 0, TimeSpan.Zero), ClockTrust.Trusted);
    }

    [Theory]
    [InlineData("doors 3/3, readers 4/4, online, 0 queued\n", null)]
    [InlineData("doors 3/3, readers 4/4, offline 12 s, 3 queued\n", null)]
    [InlineData("doors 3/3, readers 4/4, offline 12 min, 340 queued\n", "12 min")]
    [InlineData("doors 3/3, readers 4/4, stand-alone\n", null)]
    [InlineData("", null)]
    public void For_how_long_a_node_is_offline_is_read_from_its_own_status_line(string status, string? offline) => Assert.Equal(offline, ServiceStatus.OfflineFor(status));

    private MachineSurvey Survey => new(_root.Path, _time);

    private static async Task ServeAsync(TcpListener server, X509Certificate2 certificate, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                using var client = await server.AcceptTcpClientAsync(stop);
                await using var stream = new SslStream(client.GetStream());
                try
                {
                    await stream.AuthenticateAsServerAsync(certificate);
                }
                catch (Exception left) when (left is IOException or System.Security.Authentication.AuthenticationException)
                {
                    // The visitor did not believe us, or spoke no TLS: that is what is tried.
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Closed for the day.
        }
    }

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_root[name])!);
        File.WriteAllText(_root[name], text);
    }
}
