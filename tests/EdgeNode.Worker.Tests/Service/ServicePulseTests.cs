using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using EdgeNode.Core;
using EdgeNode.Store.Tests;

namespace EdgeNode.Worker.Tests;

public sealed class ServicePulseTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly TemporaryFolder _folder = new();
    private readonly HeardBySystemd _systemd = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_loop_that_stands_still_feeds_no_watchdog()
    {
        using var site = new SmallSite(_folder.Path);
        await using var node = site.Open();
        var pulse = new ServicePulse(_systemd, site.Time, node.Status);
        node.Loop.Stepped += pulse.Beat;
        for (var second = 0; second < 10; second++)
        {
            node.Loop.Look();
            site.Time.AdvanceTo(site.Time.Uptime + Second);
        }

        Assert.Equal(10, _systemd.Words.Count(word => word.Contains("WATCHDOG=1", StringComparison.Ordinal)));
        site.Time.AdvanceTo(site.Time.Uptime + TimeSpan.FromMinutes(5));
        Assert.Equal(10, _systemd.Words.Count);
    }

    [Fact]
    public async Task Ready_is_said_once_by_the_first_step_and_not_before()
    {
        using var site = new SmallSite(_folder.Path);
        await using var node = site.Open();
        var pulse = new ServicePulse(_systemd, site.Time, node.Status);
        node.Loop.Stepped += pulse.Beat;
        Assert.Empty(_systemd.Words);
        for (var step = 0; step < 50; step++)
        {
            node.Loop.Look();
            site.Time.AdvanceTo(site.Time.Uptime + Second / 10);
        }

        Assert.Equal("READY=1\nWATCHDOG=1\nSTATUS=doors 2/2, readers 2/2, stand-alone", _systemd.Words[0]);
        Assert.Single(_systemd.Words, word => word.Contains("READY=1", StringComparison.Ordinal));
        Assert.Equal(5, _systemd.Words.Count);
    }

    [Fact]
    public async Task The_status_line_counts_doors_readers_and_what_waits()
    {
        using var site = new SmallSite(_folder.Path);
        await using var node = site.Start();
        var (street, now) = (new DoorId("street"), node.Loop.State.Now!.Value);
        var troubled = node.Loop.State with
        {
            Doors = node.Loop.State.Doors.SetItem(street, DoorState.Initial with { Alarm = DoorAlarm.DoorForcedOpen, Contact = ContactState.Open }),
            ReadersDown = [new("street-in")],
            JournalTakesRecords = false,
            Now = now with { Trust = ClockTrust.Untrusted },
        };

        Assert.Equal("doors 1/2, 1 open, readers 1/2, offline 12 min, 340 queued, no record can be kept, clock untrusted", StatusLine.Of(troubled, new(TimeSpan.FromMinutes(12.9), 340)));
        Assert.Equal("doors 2/2, readers 2/2, online, 0 queued", StatusLine.Of(node.Loop.State, new(null, 0)));
        Assert.Contains("offline 59 s,", StatusLine.Of(troubled, new(TimeSpan.FromSeconds(59), 0)), StringComparison.Ordinal);
        Assert.Contains("offline 1 d,", StatusLine.Of(troubled, new(TimeSpan.FromHours(47), 0)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_tells_systemd_that_it_is_ready_goes_on_feeding_and_says_that_it_stops()
    {
        var stop = TestContext.Current.CancellationToken;
        using var systemd = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        var path = _folder["notify"];
        systemd.Bind(new UnixDomainSocketEndPoint(path));
        var file = _folder["site.yaml"];
        await File.WriteAllTextAsync(file, $"{ConfigurationFixture.Minimal}store: store\ngpio: none\nscreen: {{ listen: \"{FreePage.Find().GetLeftPart(UriPartial.Authority)}\" }}\n", stop);
        var start = new ProcessStartInfo(ConfigurationFixture.BesideProgram("edgenode"), ["run", "--config", file]) { RedirectStandardOutput = true };
        start.Environment["NOTIFY_SOCKET"] = path;
        using var process = Process.Start(start)!;
        await using var kill = stop.Register(() => process.Kill());
        try
        {
            Assert.StartsWith("READY=1\nWATCHDOG=1\nSTATUS=doors 2/2", await HearAsync(systemd, stop), StringComparison.Ordinal);
            Assert.StartsWith("WATCHDOG=1\nSTATUS=", await HearAsync(systemd, stop), StringComparison.Ordinal);
            using var term = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            string last;
            do
            {
                last = await HearAsync(systemd, stop);
            }
            while (last.StartsWith("WATCHDOG=1", StringComparison.Ordinal));
            Assert.StartsWith("STOPPING=1", last, StringComparison.Ordinal);
            await process.WaitForExitAsync(stop);
            Assert.Equal(0, process.ExitCode);
        }
        finally
        {
            process.Kill();
        }
    }

    private static async Task<string> HearAsync(Socket systemd, CancellationToken stop)
    {
        var bytes = new byte[4096];
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        return Encoding.UTF8.GetString(bytes, 0, await systemd.ReceiveAsync(bytes, patience.Token));
    }
}
