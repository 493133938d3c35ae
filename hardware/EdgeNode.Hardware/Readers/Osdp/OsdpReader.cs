using System.Threading.Channels;
using EdgeNode.Core;

namespace EdgeNode.Hardware;

/// <summary>
/// One OSDP reader at an access point: what its link tells becomes events of the site, what the site signals becomes light, buzzer
/// and text. The bits become a token here; no card number leaves the driver.
/// </summary>
/// <param name="accessPoint">Where it hangs.</param>
/// <param name="address">Its address on the bus.</param>
/// <param name="key">Turns bits into tokens.</param>
/// <param name="events">Where events go.</param>
/// <param name="health">Its record.</param>
/// <param name="uptime">The node's uptime.</param>
/// <param name="keep">Keeps the reader's keys durably.</param>
public sealed class OsdpReader(
    AccessPointId accessPoint,
    byte address,
    IdentifierKey key,
    ChannelWriter<SiteEvent> events,
    DeviceHealth health,
    Func<TimeSpan> uptime,
    Action<OsdpKeyRing> keep) : IReader
{
    private static readonly TimeSpan SignalWithin = TimeSpan.FromSeconds(2);
    private readonly KeypadEntry _keypad = new(accessPoint, key, events);
    private OsdpBus? _bus;

    /// <summary>Plugs it into its bus.</summary>
    public void Attach(OsdpBus bus) => _bus = bus;

    /// <summary>Takes what the link tells, in the bus's thread.</summary>
    public void Told(OsdpEvent told)
    {
        switch (told)
        {
            case OsdpEvent.Up or OsdpEvent.Down:
                health.Link(told is OsdpEvent.Up, uptime());
                events.TryWrite(new SiteEvent.ReaderLinkChanged(accessPoint, told is OsdpEvent.Up));
                break;
            case OsdpEvent.Card card:
                health.Seen(uptime());
                events.TryWrite(new SiteEvent.IdentifierPresented(accessPoint, key.Tokenise(card.Bits), card.Since));
                break;
            case OsdpEvent.Keys keys:
                health.Seen(uptime());
                foreach (var pressed in keys.Pressed)
                {
                    _keypad.Press(pressed, uptime());
                }

                break;
            case OsdpEvent.CardUnreadable:
                health.Failed(uptime(), "a card could not be read");
                events.TryWrite(new SiteEvent.ReadFaulty(accessPoint, ReadFault.Length));
                break;
            case OsdpEvent.Identity identity:
                health.Firmware = $"{identity.Vendor} model {identity.Model} {identity.Firmware}";
                break;
            case OsdpEvent.KeepKeys keys:
                keep(keys.Ring);
                break;
            case OsdpEvent.Local local:
                (health.Tampered, health.PowerFault) = (local.Tampered, local.PowerFault);
                events.TryWrite(new SiteEvent.ReaderTroubleChanged(
                    accessPoint, (local.Tampered ? ReaderTrouble.Tampered : ReaderTrouble.None) | (local.PowerFault ? ReaderTrouble.PowerFault : ReaderTrouble.None)));
                break;
            case OsdpEvent.Refused refused:
                health.Failed(uptime(), $"refused: {refused.Alarm}");
                break;
            case OsdpEvent.Unsupported unsupported:
                health.Failed(uptime(), $"the reader does not know {unsupported.Command}");
                break;
        }
    }

    /// <inheritdoc/>
    public void Signal(ReaderSignal signal)
    {
        foreach (var (command, content) in OsdpSignals.Of(signal))
        {
            _bus?.Ask(address, command, content, SignalWithin);
        }
    }

    /// <summary>The bus goes on without it.</summary>
    public void Dispose() => _bus = null;
}
