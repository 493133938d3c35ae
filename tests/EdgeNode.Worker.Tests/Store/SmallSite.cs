using System.Device.Gpio;
using System.Security.Cryptography;
using EdgeNode.Contracts;
using EdgeNode.Core;
using EdgeNode.Hardware;
using EdgeNode.Hardware.Simulated;
using EdgeNode.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeNode.Worker.Tests;

/// <summary>A whole node on simulated pins and clocks and a real disk: a public and a private door, each with a reader, and one card of the staff.</summary>
internal sealed class SmallSite : IDisposable
{
    public const int Street = 17;
    public const int Host = 18;
    private const string Card = "00000000000000000000000001";
    private readonly ScriptedGpioDriver _chip;
    private readonly VirtualReader _streetReader;
    private readonly VirtualReader _hostReader;

    /// <param name="store">Where its memory lies.</param>
    /// <param name="more">Further lines of its file.</param>
    /// <param name="street">Further lines of the street door.</param>
    /// <param name="now">The wall clock at its start; usual: a Monday morning.</param>
    public SmallSite(string store, string more = "", string street = "", DateTimeOffset? now = null)
    {
        Time = new(now ?? new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        Configuration = ConfigurationFixture.Read($$"""
            site:
              id: namur-gare
              timezone: Europe/Brussels
            store: {{store}}
            areas:
              - id: floor
              - id: host
                private: true
            doors:
              - id: street
                from: outside
                to: floor
                strike: { pin: {{Street}}, wiring: failSecure }
                readers: [{ id: street-in, wiegand: { d0: 5, d1: 6 } }]
                {{street}}
              - id: host
                from: floor
                to: host
                strike: { pin: {{Host}}, wiring: failSecure }
                readers: [{ id: host-in, wiegand: { d0: 20, d1: 21 } }]
            desks:
              - id: d01
                area: floor
            {{more}}
            """).Configuration!;
        _chip = new(Time);
        (_streetReader, _hostReader) = (new(Time, _chip, 5, 6), new(Time, _chip, 20, 21));
        _streetReader.Idle();
        _hostReader.Idle();
        var token = SiteKeys.Open(Path.Combine(store, "keys"), RandomNumberGenerator.Fill).IdentifierKey.Tokenise(Card);
        new PolicyFiles(Path.Combine(store, "policy")).Save(1, LetterCodec.Encode(new PolicyLetter(
            "namur-gare",
            1,
            [new("staff-1", "Staff", "namur-gare", ["all"], null, false)],
            [new(token.Value, "staff-1", true, null, null, null)],
            [new("all", [new("floor", null), new("host", null)])],
            [], [], [])));
    }

    public SimulatedTime Time { get; }

    public SiteConfiguration Configuration { get; set; }

    /// <summary>Whether its doors need safety sheets.</summary>
    public bool AsksForSafetySheets { get; set; }

    /// <summary>The time-of-flight chip of whichever desk has one.</summary>
    public VirtualVl53l0x Ranger => field ??= new(Time);

    /// <summary>The converter of the supervised inputs, where there are any.</summary>
    public VirtualAds1115 Converter { get; } = new();

    public void Dispose() => _chip.Dispose();

    /// <summary>A node that has taken its first step.</summary>
    public Node Start()
    {
        var node = Open();
        node.Loop.Drain();
        return node;
    }

    /// <summary>A node whose loop has not begun.</summary>
    public Node Open() => Node.Open(Configuration, new(
        Time,
        TimeProvider.System,
        () => true,
        RandomNumberGenerator.Fill,
        _ => new GpioController(_chip),
        (_, _) => throw new NotSupportedException("This site has no radars."),
        SingleThread: true,
        NullLoggerFactory.Instance)
    {
        AsksForSafetySheets = AsksForSafetySheets,
        OpenRangingChip = _ => new Vl53l0x(Ranger),
        OpenConverter = _ => new Ads1115(Converter),
    });

    /// <summary>Holds the card to a door's reader; whether the strike was energised then. The door is locked again afterwards.</summary>
    public bool Opens(Node node, int strike)
    {
        (strike == Street ? _streetReader : _hostReader).Send(Card);
        Pass(node, TimeSpan.FromMilliseconds(400));
        var opened = _chip.IsHigh(strike);
        Pass(node, TimeSpan.FromSeconds(10));
        return opened;
    }

    /// <summary>Lets time pass; whether the strike was energised at any time.</summary>
    public bool Releases(Node node, int strike, TimeSpan span)
    {
        var before = _chip.Trace.Count;
        Pass(node, span);
        return _chip.Trace.Skip(before).Any(change => change.Pin == strike && change.High);
    }

    /// <summary>Lets time pass.</summary>
    public void Pass(Node node, TimeSpan span)
    {
        for (var until = Time.Uptime + span; Time.Uptime < until; node.Loop.PassTime())
        {
            Time.AdvanceTo(until < Time.Uptime + TimeSpan.FromMilliseconds(100) ? until : Time.Uptime + TimeSpan.FromMilliseconds(100));
            node.Loop.Drain();
        }
    }
}
