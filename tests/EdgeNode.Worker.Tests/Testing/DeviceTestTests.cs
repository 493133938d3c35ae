using System.Device.Gpio;
using System.Security.Cryptography;
using EdgeNode.Hardware;
using EdgeNode.Hardware.Simulated;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeNode.Worker.Tests;

/// <summary><c>edgenode test</c> on simulated devices and clocks: what somebody at the wall sees.</summary>
public sealed class DeviceTestTests : IDisposable
{
    private const string Card = "00000000000000000000000001";
    private const int Strike = 17;
    private readonly string _store = Directory.CreateTempSubdirectory("edgenode-test").FullName;
    private readonly SimulatedTime _time = new(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly VirtualAds1115 _converter = new();
    private readonly WatchedText _said = new();
    private readonly CancellationTokenSource _bound = new(TimeSpan.FromMinutes(2));
    private readonly ScriptedGpioDriver _chip;
    private readonly VirtualVl53l0x _ranger;

    public DeviceTestTests()
    {
        _chip = new(_time);
        _ranger = new(_time);
    }

    public void Dispose()
    {
        Directory.Delete(_store, recursive: true);
        _chip.Dispose();
        _bound.Dispose();
    }

    [Fact]
    public async Task A_card_is_told_with_its_time_by_a_mark_and_never_by_its_number()
    {
        var reader = new VirtualReader(_time, _chip, 5, 6);
        reader.Idle();
        var run = Test().ReaderAsync("street-in", TimeSpan.FromSeconds(30), _bound.Token);
        await Said("Hold a card to reader street-in");
        reader.Send(Card);
        _time.Advance(TimeSpan.FromSeconds(2));
        await Said("a card, mark ");
        reader.Send(Card);
        _time.Advance(TimeSpan.FromSeconds(28));
        Assert.Equal(ExitCode.Ok, await run);
        var marks = Lines().Where(line => line.Contains("a card, mark", StringComparison.Ordinal)).Select(line => line[^8..]).ToArray();
        Assert.Equal(2, marks.Length);
        Assert.Single(marks.Distinct());
        Assert.DoesNotContain(Card, Text(), StringComparison.Ordinal);
        Assert.Contains("It works.", Text(), StringComparison.Ordinal);
        Assert.False(_chip.IsOpen(Strike));
    }

    [Fact]
    public async Task A_reader_that_says_nothing_has_failed_the_test()
    {
        var run = Test().ReaderAsync("street-in", TimeSpan.FromSeconds(30), _bound.Token);
        await Said("Hold a card");
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(ExitCode.Failed, await run);
        Assert.Contains("Nothing came of it.", Text(), StringComparison.Ordinal);
    }

    [Theory, InlineData(""), InlineData("no"), InlineData("y")]
    public async Task A_strike_is_not_touched_without_a_whole_yes(string answer)
    {
        Assert.Equal(ExitCode.Failed, await Test(answer).StrikeAsync("street", _bound.Token));
        Assert.Empty(_chip.Trace);
        Assert.False(_chip.IsOpen(Strike));
    }

    [Fact]
    public async Task A_strike_is_released_for_the_seconds_of_its_door_and_locked_again()
    {
        var run = Test("yes").StrikeAsync("street", _bound.Token);
        await Said("Door street is released.");
        Assert.True(_chip.IsHigh(Strike));
        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(ExitCode.Ok, await run);
        Assert.Equal([(true, TimeSpan.Zero), (false, TimeSpan.FromSeconds(7))], _chip.Trace.Select(change => (change.High, change.Uptime)));
    }

    [Fact]
    public async Task A_test_that_is_broken_off_locks_the_strike_at_once()
    {
        using var stop = new CancellationTokenSource();
        var run = Test("yes").StrikeAsync("street", stop.Token);
        await Said("Door street is released.");
        await stop.CancelAsync();
        await run;
        Assert.False(_chip.IsHigh(Strike));
        Assert.False(_chip.IsOpen(Strike));
    }

    [Fact]
    public async Task Contact_exit_button_and_tamper_loop_of_a_door_are_told_with_their_wires()
    {
        (_converter.Loops[0].IsClosed, _converter.Loops[2].IsClosed) = (true, true);
        var run = Test().ContactAsync("street", TimeSpan.FromSeconds(30), _bound.Token);
        await Said("Open and shut door street");
        _time.Advance(TimeSpan.FromSeconds(1));
        await Said("the door is Closed");
        _converter.Loops[0].IsClosed = false;
        _converter.Loops[1].IsClosed = true;
        _time.Advance(TimeSpan.FromSeconds(1));
        await Said("the exit button was pressed");
        _converter.Loops[2].IsCut = true;
        _time.Advance(TimeSpan.FromSeconds(28));
        Assert.Equal(ExitCode.Ok, await run);
        Assert.Contains("the door is Open", Text(), StringComparison.Ordinal);
        Assert.Contains("wire of Tamper: CUT", Text(), StringComparison.Ordinal);
        Assert.Contains("converter box: up", Text(), StringComparison.Ordinal);
        Assert.False(_chip.IsOpen(Strike));
    }

    [Fact]
    public async Task A_desk_is_told_and_its_chip_with_what_it_says_of_itself()
    {
        _ranger.Millimetres = 500;
        var run = Test().DeskAsync("d01", TimeSpan.FromSeconds(5), _bound.Token);
        await Said("Sit down at desk d01");
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(ExitCode.Ok, await run);
        Assert.Contains("somebody is at the desk", Text(), StringComparison.Ordinal);
        Assert.Contains("VL53L0X revision 0x10", Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_in_the_file_is_refused_with_what_is()
    {
        Assert.Contains("write street-in", await Refused(test => test.ReaderAsync("street", TimeSpan.FromSeconds(1), _bound.Token)), StringComparison.Ordinal);
        Assert.Contains("write street", await Refused(test => test.StrikeAsync("back", _bound.Token)), StringComparison.Ordinal);
        Assert.Contains("write d01", await Refused(test => test.DeskAsync("d02", TimeSpan.FromSeconds(1), _bound.Token)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_node_runs_nothing_is_tried_and_while_something_is_tried_no_node_starts()
    {
        using var site = new SmallSite(_store);
        using (StoppedNode.Demand(site.Configuration))
        {
            // There is no store yet, and so no node.
        }

        await using (site.Start())
        {
            Assert.Contains("systemctl stop edgenode", Assert.Throws<FormatException>(() => StoppedNode.Demand(site.Configuration)).Message, StringComparison.Ordinal);
        }

        using (StoppedNode.Demand(site.Configuration))
        {
            Assert.Contains("another edgenode uses this store", Assert.Throws<IOException>(site.Open).Message, StringComparison.Ordinal);
        }
    }

    private async Task<string> Refused(Func<DeviceTest, Task<int>> run) => (await Assert.ThrowsAsync<FormatException>(async () => await run(Test()))).Message;

    private DeviceTest Test(string answer = "") => new(
        ConfigurationFixture.Read($$"""
            site:
              id: namur-gare
              timezone: Europe/Brussels
            store: {{_store}}
            areas: [{ id: floor }]
            converters: [{ id: box, kind: ads1115, i2c: 1 }]
            doors:
              - id: street
                from: outside
                to: floor
                release: 7 s
                strike: { pin: {{Strike}}, wiring: failSecure }
                contact: { converter: box, channel: 0 }
                exitButton: { converter: box, channel: 1 }
                tamper: { converter: box, channel: 2 }
                readers: [{ id: street-in, wiegand: { d0: 5, d1: 6 } }]
            desks: [{ id: d01, area: floor, timeOfFlight: { kind: vl53l0x, i2c: 1 } }]
            """).Configuration!,
        new(
            _time,
            TimeProvider.System,
            () => true,
            RandomNumberGenerator.Fill,
            _ => new GpioController(_chip),
            (_, _) => throw new NotSupportedException("This site has no radars."),
            SingleThread: false,
            NullLoggerFactory.Instance)
        {
            OpenConverter = _ => new Ads1115(_converter),
            OpenRangingChip = _ => new Vl53l0x(_ranger),
        },
        new StringReader(answer),
        _said);

    private string Text() => _said.ToString();

    private string[] Lines() => Text().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // Told by another thread; what never comes fails.
    private async Task Said(string words) =>
        Assert.True(await Task.Run(() => SpinWait.SpinUntil(() => Text().Contains(words, StringComparison.Ordinal), TimeSpan.FromSeconds(60)), _bound.Token), $"«{words}» is not in: {Text()}");
}
