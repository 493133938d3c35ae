using System.Threading.Channels;
using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Hardware.Tests;

public sealed class SerialPortTests : IDisposable
{
    private static readonly ResourceId Desk = new("d01");
    private readonly Channel<SiteEvent> _events = Channel.CreateUnbounded<SiteEvent>();
    private readonly CancellationTokenSource _bound = new(TimeSpan.FromSeconds(20));
    private readonly string _folder = Directory.CreateTempSubdirectory("edgenode-serial-").FullName;
    private readonly ToldLog _log = new();

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _bound.Dispose();
    }

    [Theory, InlineData(256000), InlineData(57600)]
    public async Task A_frame_on_a_real_terminal_arrives_as_a_sensed_desk(int baud)
    {
        using var far = new PseudoTerminal();
        using var port = new SerialPort(far.Path, baud, Radar().Feed, _log);
        far.Send(Ld2410FramerTests.Basic);
        Assert.Equal(new SiteEvent.DeskSensed(Desk, true), await _events.Reader.ReadAsync(_bound.Token));
    }

    [Fact]
    public async Task Every_byte_value_comes_through_unchanged()
    {
        using var far = new PseudoTerminal();
        var received = Channel.CreateUnbounded<byte[]>();
        using var port = new SerialPort(far.Path, 256000, bytes => received.Writer.TryWrite(bytes.ToArray()), _log);
        byte[] sent = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        far.Send(sent);
        List<byte> got = [];
        while (got.Count < sent.Length)
        {
            got.AddRange(await received.Reader.ReadAsync(_bound.Token));
        }

        Assert.Equal(sent, got);
    }

    [Fact]
    public async Task A_port_that_is_unplugged_and_comes_back_is_read_again_and_both_are_told()
    {
        var path = Path.Combine(_folder, "radar");
        var first = new PseudoTerminal();
        File.CreateSymbolicLink(path, first.Path);
        using var port = new SerialPort(path, 256000, Radar().Feed, _log);
        first.Send(Ld2410FramerTests.Basic);
        await _events.Reader.ReadAsync(_bound.Token);

        File.Delete(path);
        first.Dispose();
        Assert.StartsWith($"Warning: The serial port {path} is gone", await _log.Lines.ReadAsync(_bound.Token), StringComparison.Ordinal);

        using var second = new PseudoTerminal();
        File.CreateSymbolicLink(path, second.Path);
        Assert.StartsWith($"Information: The serial port {path} is back", await _log.Lines.ReadAsync(_bound.Token), StringComparison.Ordinal);
        byte[] empty = [.. Ld2410FramerTests.Basic];
        empty[8] = 0;
        second.Send(empty);
        Assert.Equal(new SiteEvent.DeskSensed(Desk, false), await _events.Reader.ReadAsync(_bound.Token));
    }

    [Fact]
    public async Task A_port_can_be_closed_while_it_is_unplugged()
    {
        var far = new PseudoTerminal();
        using var port = new SerialPort(far.Path, 256000, Radar().Feed, _log);
        far.Dispose();
        await _log.Lines.ReadAsync(_bound.Token);
    }

    [Fact]
    public void A_missing_port_is_told_with_its_path_and_the_cure()
    {
        var path = Path.Combine(_folder, "ttyUSB7");
        var failure = Assert.Throws<HardwareMissingException>(() => new SerialPort(path, 256000, _ => { }, _log));
        Assert.Contains(path, failure.Message, StringComparison.Ordinal);
        Assert.Contains("/dev/serial/by-id", failure.Message, StringComparison.Ordinal);
        Assert.Contains("dialout", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_is_no_terminal_is_refused()
    {
        var path = Path.Combine(_folder, "file");
        File.WriteAllText(path, "");
        Assert.Contains(path, Assert.Throws<HardwareMissingException>(() => new SerialPort(path, 256000, _ => { }, _log)).Message, StringComparison.Ordinal);
    }

    private SerialRadar Radar() => new(Desk, 150, TimeSpan.FromSeconds(10), _events.Writer, TimeProvider.System);
}
