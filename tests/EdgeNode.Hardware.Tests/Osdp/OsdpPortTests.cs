using System.Security.Cryptography;
using System.Threading.Channels;
using EdgeNode.Core;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace EdgeNode.Hardware.Tests;

/// <summary>Controller and reader on real terminals of the kernel, each with its own thread and its own clock.</summary>
public sealed class OsdpPortTests : IDisposable
{
    private const string Card = "00101101001011010010110101";
    private static readonly AccessPointId Door = new("street-in");
    private readonly CancellationTokenSource _bound = new(TimeSpan.FromSeconds(30));
    private readonly Channel<SiteEvent> _events = Channel.CreateUnbounded<SiteEvent>();
    private readonly long _start = TimeProvider.System.GetTimestamp();

    public void Dispose() => _bound.Dispose();

    [Theory, InlineData(9600), InlineData(115200)]
    public async Task A_card_at_a_reader_on_a_real_terminal_becomes_a_token_and_the_signal_its_light(int baud)
    {
        using var cable = new TerminalPair();
        using var device = new OsdpDevice(5, OsdpWorld.Key, Fill);
        var shown = Channel.CreateUnbounded<OsdpCommand>();
        device.Done += (command, _) => shown.Writer.TryWrite(command);
        using var far = new OsdpDevicePort(cable.Other, baud, device, Uptime, null, NullLogger.Instance);
        var health = new DeviceHealth("reader street-in");
        using var reader = new OsdpReader(Door, 5, Board.Key, _events.Writer, health, Uptime, _ => { });
        using var bus = new OsdpBus(
            cable.One, baud, [(OsdpWorld.Settings(5), OsdpKeyRing.Settle(OsdpWorld.Key), reader.Told)], Fill, Uptime, null, NullLogger.Instance);
        reader.Attach(bus);

        Assert.Equal(new SiteEvent.ReaderLinkChanged(Door, true), await Next());
        // The first card after the link came up may have been held from before, and is told so.
        far.Do(at => at.Tap(Card));
        await Next();
        await Task.Run(() => SpinWait.SpinUntil(() => device.Polled > 20, TimeSpan.FromSeconds(20)));
        far.Do(at => at.Tap(Card));
        var tap = Assert.IsType<SiteEvent.IdentifierPresented>(await Next());
        Assert.Equal(Board.Key.Tokenise(Card), tap.Token);
        Assert.InRange(Uptime() - tap.ReadAt, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        far.Do(at => at.Press("12#"));
        Assert.Equal(new PinCode("12"), Assert.IsType<SiteEvent.CodeEntered>(await Next()).Code);
        reader.Signal(ReaderSignal.Granted);
        Assert.Equal(OsdpCommand.Led, await shown.Reader.ReadAsync(_bound.Token));
        Assert.Equal(OsdpCommand.Buzzer, await shown.Reader.ReadAsync(_bound.Token));
        Assert.Contains("up", health.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_reader_says_of_its_housing_and_supply_reaches_the_site()
    {
        var health = new DeviceHealth("reader street-in");
        using var reader = new OsdpReader(Door, 0, Board.Key, _events.Writer, health, Uptime, _ => { });
        (bool Tampered, bool PowerFault)[] said = [(true, false), (true, true), (false, true), (false, false)];
        foreach (var (tampered, powerFault) in said)
        {
            reader.Told(new OsdpEvent.Local(tampered, powerFault));
            Assert.Equal((tampered, powerFault), (health.Tampered, health.PowerFault));
        }

        ReaderTrouble[] told = [ReaderTrouble.Tampered, ReaderTrouble.Tampered | ReaderTrouble.PowerFault, ReaderTrouble.PowerFault, ReaderTrouble.None];
        Assert.Equal(told.Select(trouble => new SiteEvent.ReaderTroubleChanged(Door, trouble)), _events.Reader.ReadAllAvailable());
    }

    [Fact]
    public async Task A_port_that_is_pulled_and_put_back_brings_the_reader_back_without_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("edgenode-osdp-").FullName;
        var path = Path.Combine(folder, "bus");
        using var device = new OsdpDevice(0, OsdpWorld.Key, Fill);
        var first = new TerminalPair();
        File.CreateSymbolicLink(path, first.One);
        var far = new OsdpDevicePort(first.Other, 115200, device, Uptime, null, NullLogger.Instance);
        using var reader = new OsdpReader(Door, 0, Board.Key, _events.Writer, new("reader"), Uptime, _ => { });
        using var bus = new OsdpBus(
            path, 115200, [(OsdpWorld.Settings(0), OsdpKeyRing.Settle(OsdpWorld.Key), reader.Told)], Fill, Uptime, null, NullLogger.Instance);
        Assert.Equal(new SiteEvent.ReaderLinkChanged(Door, true), await Next());

        File.Delete(path);
        far.Dispose();
        first.Dispose();
        using var second = new TerminalPair();
        using var farAgain = new OsdpDevicePort(second.Other, 115200, device, Uptime, null, NullLogger.Instance);
        File.CreateSymbolicLink(path, second.One);
        farAgain.Do(at => at.Tap(Card));
        SiteEvent told;
        do
        {
            told = await Next();
        }
        while (told is SiteEvent.ReaderLinkChanged);
        Assert.IsType<SiteEvent.IdentifierPresented>(told);
        Directory.Delete(folder, recursive: true);
    }

    [Theory, InlineData(9600), InlineData(19200), InlineData(38400), InlineData(57600), InlineData(115200), InlineData(230400)]
    public void A_bus_opens_at_every_rate_of_the_standard(int baud)
    {
        using var cable = new TerminalPair();
        using var bus = new OsdpBus(cable.One, baud, [], Fill, Uptime, null, NullLogger.Instance);
    }

    [Fact]
    public void A_port_that_another_program_holds_is_refused_with_its_cure()
    {
        using var cable = new TerminalPair();
        using var first = SerialLine.Open(cable.One, 9600);
        Assert.Contains("fuser", Assert.Throws<HardwareMissingException>(() => SerialLine.Open(cable.One, 9600)).Message, StringComparison.Ordinal);
    }

    private static void Fill(byte[] bytes) => RandomNumberGenerator.Fill(bytes);

    // A reader tells how its housing and supply are whenever it comes up.
    private async Task<SiteEvent> Next()
    {
        SiteEvent told;
        do
        {
            told = await _events.Reader.ReadAsync(_bound.Token);
        }
        while (told is SiteEvent.ReaderTroubleChanged);

        return told;
    }

    private TimeSpan Uptime() => TimeProvider.System.GetElapsedTime(_start);
}
