using EdgeNode.Hardware.Simulated;

namespace EdgeNode.Hardware.Tests;

/// <summary>A bus with one controller and some readers, and everything that their links told.</summary>
internal sealed class OsdpWorld : IDisposable
{
    private readonly OsdpController _controller;
    private readonly Dictionary<byte, List<OsdpEvent>> _told = [];

    public OsdpWorld(params (OsdpLinkSettings Settings, OsdpKeyRing Keys, VirtualOsdpReader Reader)[] places)
        : this([], places)
    {
    }

    public OsdpWorld(IBusListener[] others, params (OsdpLinkSettings Settings, OsdpKeyRing Keys, VirtualOsdpReader Reader)[] places)
    {
        Time = new(new(2025, 3, 3, 8, 0, 0, TimeSpan.Zero));
        Time.Advance(TimeSpan.FromMinutes(1));
        Links = [.. places.Select(place => new OsdpLink(place.Settings, place.Keys, Fill, Told(place.Settings.Address)))];
        Readers = [.. places.Select(place => place.Reader)];
        _controller = new(Links, 9600);
        Bus = new(Time, _controller, [.. others, .. Readers]);
    }

    public static OsdpKey Key { get; } = OsdpKey.Derive([.. Enumerable.Range(0, 32).Select(value => (byte)value)], "street-in", 1);

    public static OsdpKey OtherKey { get; } = OsdpKey.Derive([.. Enumerable.Range(0, 32).Select(value => (byte)value)], "street-in", 2);

    public SimulatedTime Time { get; }

    public OsdpLink[] Links { get; }

    public VirtualOsdpReader[] Readers { get; }

    public VirtualBus Bus { get; }

    public OsdpController Controller => _controller;

    /// <summary>One paired reader at address 0.</summary>
    public static OsdpWorld One() => new((Settings(0), OsdpKeyRing.Settle(Key), Reader(0, Key)));

    public static OsdpLinkSettings Settings(byte address, bool secure = true) => new(address, secure, OsdpLinkSettings.UsualPollInterval);

    public static VirtualOsdpReader Reader(byte address, OsdpKey? key, bool allowsClear = false) =>
        new(new(address, key, Fill) { AllowsClear = allowsClear });

    public void Run(double seconds) => Bus.Run(TimeSpan.FromSeconds(seconds));

    /// <summary>What the link of an address told since the last look.</summary>
    public OsdpEvent[] Told(int address)
    {
        var list = _told.GetValueOrDefault((byte)address) ?? [];
        OsdpEvent[] told = [.. list];
        list.Clear();
        return told;
    }

    /// <summary>The same, only what counts at a door.</summary>
    public OsdpEvent[] AtTheDoor(int address = 0) =>
        [.. Told(address).Where(told => told is OsdpEvent.Up or OsdpEvent.Down or OsdpEvent.Card or OsdpEvent.CardUnreadable or OsdpEvent.Keys or OsdpEvent.Refused)];

    public void Dispose() => _controller.Dispose();

    private static void Fill(byte[] bytes) => System.Security.Cryptography.RandomNumberGenerator.Fill(bytes);

    private Action<OsdpEvent> Told(byte address)
    {
        var list = _told[address] = [];
        return list.Add;
    }
}
