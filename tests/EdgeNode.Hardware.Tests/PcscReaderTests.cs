using System.Threading.Channels;
using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Hardware.Tests;

/// <summary>The real daemon with a virtual reader and a card of our own.</summary>
public sealed class PcscReaderTests : IDisposable
{
    private static readonly AccessPointId Desk = new("desk");
    private static readonly byte[] Uid = Convert.FromHexString("04A1B2C3D4E5F6");
    private readonly Channel<SiteEvent> _events = Channel.CreateUnbounded<SiteEvent>();
    private readonly CancellationTokenSource _bound = new(TimeSpan.FromSeconds(30));
    private readonly PcscDaemon _daemon = new();
    private readonly long _start = TimeProvider.System.GetTimestamp();

    public void Dispose()
    {
        _daemon.Dispose();
        _bound.Dispose();
    }

    [Fact]
    public async Task A_card_is_read_a_daemon_that_dies_is_survived_and_a_card_taken_too_soon_is_a_fault()
    {
        var health = new DeviceHealth("reader desk");
        _daemon.Start();
        using var reader = new PcscReader("Virtual", Desk, Board.Key, _events.Writer, health, () => TimeProvider.System.GetElapsedTime(_start));
        await Link(up: true);
        using (_daemon.Lay(Uid))
        {
            Assert.Equal(Board.Key.Tokenise(CardUid.Bits(Uid)!), Assert.IsType<SiteEvent.IdentifierPresented>(await Next()).Token);
            _daemon.Kill();
        }

        await Link(up: false);
        _daemon.Start();
        await Link(up: true);
        using (_daemon.Lay([0x08, 1, 2, 3]))
        {
            Assert.Equal(new SiteEvent.ReadFaulty(Desk, ReadFault.Length), await Next());
            _daemon.Kill();
        }

        await Link(up: false);
        _daemon.Start();
        await Link(up: true);
        using var card = _daemon.Lay(Uid, answers: false);
        Assert.IsType<SiteEvent.ReadFaulty>(await Next());
        Assert.InRange(health.Errors, 1, int.MaxValue);
    }

    [Theory, InlineData("04A1B2C3", 32), InlineData("04A1B2C3D4E5F6", 56), InlineData("04A1B2C3D4E5F6010203", 80)]
    public void A_UID_of_4_7_or_10_bytes_is_its_bits(string uid, int bits) => Assert.Equal(bits, CardUid.Bits(Convert.FromHexString(uid))!.Length);

    [Theory, InlineData("9000"), InlineData("04A1B2C36A81"), InlineData("04A1B29000"), InlineData("08A1B2C39000"), InlineData("")]
    public void What_is_no_fixed_UID_is_no_card(string reply) => Assert.Null(CardUid.Of(Convert.FromHexString(reply)));

    // The daemon may not be there yet when the reader first looks.
    private async Task Link(bool up)
    {
        while (await Next() != new SiteEvent.ReaderLinkChanged(Desk, up))
        {
            Assert.False(_bound.IsCancellationRequested);
        }
    }

    private async Task<SiteEvent> Next() => await _events.Reader.ReadAsync(_bound.Token);
}
