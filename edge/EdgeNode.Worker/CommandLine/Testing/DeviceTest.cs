using System.Security.Cryptography;
using System.Threading.Channels;
using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>Opens one device of a site, nothing else, and tells what its driver tells, with times. Cards are told by a mark that is worth nothing afterwards.</summary>
/// <param name="site">The site.</param>
/// <param name="parts">Clocks and devices.</param>
/// <param name="input">Where a question is answered.</param>
/// <param name="output">Where it is told.</param>
internal sealed class DeviceTest(SiteConfiguration site, NodeParts parts, TextReader input, TextWriter output)
{
    private static readonly TimeSpan AfterRelease = TimeSpan.FromSeconds(5);

    /// <summary>A reader.</summary>
    /// <exception cref="FormatException">There is no such reader.</exception>
    public Task<int> ReaderAsync(string id, TimeSpan length, CancellationToken stop) => WatchAsync(
        Nothing with { Readers = [Find("reader", id, site.Readers, reader => reader.AccessPoint.Value)] },
        $"Hold a card to reader {id}, or press its keys.",
        told => told is SiteEvent.IdentifierPresented or SiteEvent.CodeEntered,
        length,
        stop);

    /// <summary>Everything that a door has as an input.</summary>
    /// <exception cref="FormatException">There is no such door, or it has no input.</exception>
    public Task<int> ContactAsync(string id, TimeSpan length, CancellationToken stop) => WatchAsync(
        InputsOf(id) is { Contacts: [], ExitButtons: [], Tampers: [], SupervisedInputs: [] } ? throw new FormatException($"door {id} has neither contact nor exit button nor tamper loop. Write contact: for it.") : InputsOf(id),
        $"Open and shut door {id}, press its exit button, open its housings.",
        told => told is SiteEvent.ContactChanged or SiteEvent.RequestToExit or SiteEvent.DoorWireChanged,
        length,
        stop);

    /// <summary>The sensor of a desk.</summary>
    /// <exception cref="FormatException">There is no such sensor.</exception>
    public Task<int> DeskAsync(string id, TimeSpan length, CancellationToken stop) => WatchAsync(
        Nothing with { DeskSensors = [Find("desk with a sensor", id, site.DeskSensors, sensor => sensor.Desk.Value)] },
        $"Sit down at desk {id}, and get up again.",
        told => told is SiteEvent.DeskSensed or SiteEvent.SensorTold,
        length,
        stop);

    /// <summary>Releases a door once, as long as its file says, after somebody has said yes.</summary>
    /// <exception cref="FormatException">There is no such strike.</exception>
    public async Task<int> StrikeAsync(string id, CancellationToken stop)
    {
        var strike = Find("door with a strike", id, site.Strikes, one => one.Door.Value);
        var release = site.Definition.Doors.First(door => door.Id == strike.Door).Timings.Release(extended: false);
        await output.WriteAsync($"This releases door {id} at once, for {release.TotalSeconds:0} s. Does somebody stand there, and may it open? Type yes: ");
        if (await input.ReadLineAsync(stop) != "yes")
        {
            await output.WriteLineAsync("Nothing was done.");
            return ExitCode.Failed;
        }

        return await WatchAsync(InputsOf(id) with { Strikes = [strike] }, $"Door {id} is released.", _ => true, release + AfterRelease, stop, devices =>
        {
            devices.Outputs.Release(strike.Door, release);
            return parts.Time.CreateTimer(_ => devices.Outputs.Relock(strike.Door), null, release, Timeout.InfiniteTimeSpan);
        });
    }

    private SiteConfiguration Nothing => site.Gpio == GpioUse.None
        ? throw new FormatException("the file says gpio: none, so nothing may be touched. Write gpio: real, on the machine that the devices are wired to.")
        : site with { Readers = [], Strikes = [], Contacts = [], ExitButtons = [], Tampers = [], SupervisedInputs = [], Converters = [], FireInput = null, DeskSensors = [] };

    private SiteConfiguration InputsOf(string id)
    {
        var door = Find("door", id, site.Definition.Doors, one => one.Id.Value).Id;
        var loops = site.SupervisedInputs.Where(one => one.Door == door).ToArray();
        return Nothing with
        {
            Contacts = [.. site.Contacts.Where(one => one.Door == door)],
            ExitButtons = [.. site.ExitButtons.Where(one => one.Door == door)],
            Tampers = [.. site.Tampers.Where(one => one.Door == door)],
            SupervisedInputs = [.. loops],
            Converters = [.. site.Converters.Where(converter => loops.Any(loop => loop.Converter == converter.Id))],
        };
    }

    private async Task<int> WatchAsync(
        SiteConfiguration wired, string says, Func<SiteEvent, bool> proves, TimeSpan length, CancellationToken stop, Func<SiteDevices, IDisposable>? act = null)
    {
        var start = parts.Time.GetTimestamp();
        var events = Channel.CreateUnbounded<SiteEvent>();
        var telling = new TestTelling(output, () => parts.Time.GetElapsedTime(start));
        using var devices = SiteDevices.Open(wired, parts, new(RandomNumberGenerator.GetBytes(32)), events.Writer, () => parts.Time.GetElapsedTime(start));
        using var acting = act?.Invoke(devices);
        using var over = new CancellationTokenSource(length, parts.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, stop);
        telling.Say($"{says} This looks for {length.TotalSeconds:0} s; Ctrl-C ends it.");
        var proved = act is not null;
        try
        {
            await foreach (var told in events.Reader.ReadAllAsync(either.Token))
            {
                telling.Tell(told);
                proved |= proves(told);
            }
        }
        catch (OperationCanceledException)
        {
            telling.Say("The time is over.");
        }

        foreach (var health in devices.Health)
        {
            telling.Say($"{health}");
        }

        telling.Say(proved ? "It works." : "Nothing came of it. Look at its wires and its supply (edgenode wiring shows where they go), and try again.");
        return proved ? ExitCode.Ok : ExitCode.Failed;
    }

    private static T Find<T>(string noun, string id, IEnumerable<T> all, Func<T, string> name) => all.FirstOrDefault(one => name(one) == id)
        ?? throw new FormatException($"there is no {noun} {Quoted.Text(id)}; write {Quoted.Either([.. all.Select(name)])}.");
}
