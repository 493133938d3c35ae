using System.Threading.Channels;
using EdgeNode.Core;

namespace EdgeNode.Hardware;

/// <summary>
/// A reader made of an NFC chip, which has no light or buzzer but what is wired to pins. The chip may lose its supply or its wires and
/// come back: the reader is down meanwhile. A card that lies there when it comes up is no tap. The UID becomes a token here; no card
/// number leaves the driver.
/// </summary>
public sealed class NfcReader : IReader
{
    // A card that is tapped stays for 200 ms and more.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(1);
    private const int LooksUntilGone = 3;
    private readonly Func<INfcChip> _open;
    private readonly AccessPointId _accessPoint;
    private readonly IdentifierKey _key;
    private readonly ChannelWriter<SiteEvent> _events;
    private readonly DeviceHealth _health;
    private readonly Func<TimeSpan> _uptime;
    private readonly ReaderFeedback? _feedback;
    private readonly ManualResetEventSlim _stop = new();
    private readonly Thread _thread;

    /// <summary>Opens the chip's wires and begins to look for cards.</summary>
    /// <param name="open">Opens the wires; called again after trouble.</param>
    /// <param name="accessPoint">Where it stands.</param>
    /// <param name="key">Turns UIDs into tokens.</param>
    /// <param name="events">Where events go.</param>
    /// <param name="health">Its record.</param>
    /// <param name="uptime">The node's uptime.</param>
    /// <param name="feedback">Light and buzzer, closed with the reader; null = none is wired.</param>
    /// <exception cref="HardwareMissingException">The wires cannot be opened.</exception>
    public NfcReader(
        Func<INfcChip> open, AccessPointId accessPoint, IdentifierKey key, ChannelWriter<SiteEvent> events, DeviceHealth health, Func<TimeSpan> uptime, ReaderFeedback? feedback = null)
    {
        (_open, _accessPoint, _key, _events, _health, _uptime, _feedback) = (open, accessPoint, key, events, health, uptime, feedback);
        var chip = open();
        _thread = new(() => Run(chip)) { IsBackground = true, Name = $"nfc {accessPoint}" };
        _thread.Start();
    }

    /// <summary>Shows it, where light or buzzer are wired.</summary>
    public void Signal(ReaderSignal signal) => _feedback?.Show(signal);

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Set();
        _thread.Join();
        _stop.Dispose();
        _feedback?.Dispose();
    }

    private void Run(INfcChip? chip)
    {
        do
        {
            try
            {
                using var opened = chip ?? _open();
                chip = null;
                Serve(opened);
            }
            catch (Exception trouble) when (trouble is NfcTroubleException or HardwareMissingException)
            {
                _health.Failed(_uptime(), trouble.Message);
            }

            Link(up: false);
        }
        while (!_stop.Wait(AskAgain));
    }

    private void Serve(INfcChip chip)
    {
        _health.Firmware = chip.Begin();
        var lying = new LyingCard(LooksUntilGone);
        Look(chip, lying);
        Link(up: true);
        while (!_stop.Wait(BetweenLooks))
        {
            if (Look(chip, lying) is { } tap)
            {
                _events.TryWrite(tap);
            }
        }
    }

    // What is new on the reader; null = nothing.
    private SiteEvent? Look(INfcChip chip, LyingCard lying)
    {
        var at = _uptime();
        try
        {
            var uid = chip.FindCard();
            _health.Seen(at);
            return !lying.IsNew(uid) ? null
                : CardUid.Bits(uid) is { } bits ? new SiteEvent.IdentifierPresented(_accessPoint, _key.Tokenise(bits), at)
                : new SiteEvent.ReadFaulty(_accessPoint, ReadFault.Length);
        }
        catch (NfcCardLostException lost)
        {
            // To be tapped again; told once for what lies there.
            _health.Failed(at, lost.Message);
            return lying.IsNew([]) ? new SiteEvent.ReadFaulty(_accessPoint, ReadFault.Noise) : null;
        }
    }

    private void Link(bool up)
    {
        if (_health.Up != up)
        {
            _health.Link(up, _uptime());
            _events.TryWrite(new SiteEvent.ReaderLinkChanged(_accessPoint, up));
        }
    }
}
