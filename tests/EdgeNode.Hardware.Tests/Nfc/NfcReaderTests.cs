using System.Threading.Channels;
using EdgeNode.Core;
using EdgeNode.Hardware.Simulated;
using Xunit;

namespace EdgeNode.Hardware.Tests;

/// <summary>A whole reader made of a chip.</summary>
public sealed class NfcReaderTests : IDisposable
{
    private static readonly AccessPointId Desk = new("desk");
    private static readonly byte[] Uid = Convert.FromHexString("04A1B2C3D4E5F6");
    private static readonly CredentialToken Token = Board.Key.Tokenise(CardUid.Bits(Uid)!);
    private readonly Channel<SiteEvent> _events = Channel.CreateUnbounded<SiteEvent>();
    private readonly CancellationTokenSource _bound = new(TimeSpan.FromMinutes(2));
    private readonly DeviceHealth _health = new("reader desk");
    private readonly SemaphoreSlim _looks = new(0);
    private readonly long _start = TimeProvider.System.GetTimestamp();

    public void Dispose()
    {
        _bound.Dispose();
        _looks.Dispose();
    }

    [Theory, MemberData(nameof(NfcBench.Wires), MemberType = typeof(NfcBench))]
    public async Task A_card_that_lies_there_is_no_tap_and_a_tap_is_told_once(string wire)
    {
        using var bench = new NfcBench(wire);
        bench.Lay(new VirtualNfcCard(Uid));
        using var reader = Open(bench);
        Assert.Equal(new SiteEvent.ReaderLinkChanged(Desk, true), await Next());
        await Looks();
        bench.Lay();
        await Looks();
        Assert.False(_events.Reader.TryPeek(out _));
        bench.Lay(new VirtualNfcCard(Uid));
        Assert.Equal(Token, Assert.IsType<SiteEvent.IdentifierPresented>(await Next()).Token);
        await Looks();
        Assert.False(_events.Reader.TryPeek(out _));
        bench.Lay(new VirtualNfcCard([0x08, 1, 2, 3]));
        Assert.Equal(new SiteEvent.ReadFaulty(Desk, ReadFault.Length), await Next());
        Assert.NotNull(_health.Firmware);
    }

    [Theory, MemberData(nameof(NfcBench.Wires), MemberType = typeof(NfcBench))]
    public async Task A_chip_that_falls_silent_is_down_and_back_by_itself_and_the_card_on_it_is_no_tap(string wire)
    {
        using var bench = new NfcBench(wire);
        using var reader = Open(bench);
        Assert.Equal(new SiteEvent.ReaderLinkChanged(Desk, true), await Next());
        bench.Fault = NfcFault.Silent;
        Assert.Equal(new SiteEvent.ReaderLinkChanged(Desk, false), await Next());
        bench.LosePower();
        bench.Lay(new VirtualNfcCard(Uid));
        bench.Fault = NfcFault.None;
        Assert.Equal(new SiteEvent.ReaderLinkChanged(Desk, true), await Next());
        bench.Lay();
        await Looks();
        bench.Lay(new VirtualNfcCard(Uid));
        Assert.IsType<SiteEvent.IdentifierPresented>(await Next());
        Assert.InRange(_health.Errors, 1, int.MaxValue);
        Assert.Contains("Look at", _health.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_cards_are_a_faulty_read_and_the_one_that_stays_is_a_tap()
    {
        using var bench = new NfcBench("mfrc522");
        using var reader = Open(bench);
        Assert.Equal(new SiteEvent.ReaderLinkChanged(Desk, true), await Next());
        bench.Lay(new VirtualNfcCard(Uid), new VirtualNfcCard(Convert.FromHexString("0A1B2C3D")));
        Assert.Equal(new SiteEvent.ReadFaulty(Desk, ReadFault.Noise), await Next());
        await Looks();
        Assert.False(_events.Reader.TryPeek(out _));
        bench.Lay(new VirtualNfcCard(Uid));
        Assert.Equal(Token, Assert.IsType<SiteEvent.IdentifierPresented>(await Next()).Token);
    }

    [Fact]
    public void A_port_that_is_not_there_is_told_with_its_cure() =>
        Assert.Contains("/dev/serial/by-id", Assert.Throws<HardwareMissingException>(() => Open(() => Pn532.OnSerial("/dev/edgenode-none"))).Message, StringComparison.Ordinal);

    private NfcReader Open(NfcBench bench) => Open(() => new WatchedChip(bench.Open(), _looks));

    private NfcReader Open(Func<INfcChip> open) => new(open, Desk, Board.Key, _events.Writer, _health, () => TimeProvider.System.GetElapsedTime(_start));

    // Until the reader has looked for a card some times more.
    private async Task Looks()
    {
        while (await _looks.WaitAsync(0, _bound.Token))
        {
            // Those from before do not count.
        }

        for (var looks = 0; looks < 5; looks++)
        {
            await _looks.WaitAsync(_bound.Token);
        }
    }

    private async Task<SiteEvent> Next() => await _events.Reader.ReadAsync(_bound.Token);
}
