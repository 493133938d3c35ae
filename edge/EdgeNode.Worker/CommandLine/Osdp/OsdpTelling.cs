using System.Globalization;
using System.Security.Cryptography;
using EdgeNode.Core;
using EdgeNode.Hardware;

namespace EdgeNode.Worker;

/// <summary>
/// Tells what a reader says, a line each. A card is told by its length, its format and a mark: the same card has the same mark until
/// the program ends, and no number is shown.
/// </summary>
internal sealed class OsdpTelling(TextWriter output, Func<TimeSpan> uptime)
{
    private readonly IdentifierKey _marks = new(RandomNumberGenerator.GetBytes(32));

    public void Tell(OsdpEvent told)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{uptime().TotalSeconds,9:0.000} s  {Words(told)}"));
        output.Flush();
    }

    private string Words(OsdpEvent told) => told switch
    {
        OsdpEvent.Up => "up",
        OsdpEvent.Down => "DOWN: no right answer for 8 s",
        OsdpEvent.Card card => $"card of {card.Bits.Length} bits, {Format(card.Bits)}, mark {_marks.Tokenise(card.Bits).Value[..8]}",
        OsdpEvent.CardUnreadable => "a card that cannot be read",
        OsdpEvent.Keys keys => $"{keys.Pressed.Length} keys",
        OsdpEvent.Local local => $"housing {(local.Tampered ? "OPEN" : "shut")}, supply {(local.PowerFault ? "FAILS" : "right")}",
        OsdpEvent.Inputs inputs => $"inputs {inputs.Active}",
        OsdpEvent.Refused refused => $"REFUSED: {Refusal(refused.Alarm)}",
        OsdpEvent.Unsupported unsupported => $"the reader does not know {unsupported.Command}",
        OsdpEvent.KeepKeys keys => keys.Ring.Next is null ? "the reader has proved its key" : "a new key is on its way",
        OsdpEvent.Moved moved => $"goes to address {moved.Address} at {moved.Baud} bits per second",
        OsdpEvent.Identity identity => $"vendor {identity.Vendor}, model {identity.Model}, firmware {identity.Firmware}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Format(string bits) =>
        WiegandFormats.Check(bits, [.. WiegandFormats.All.Values]).Format is { } format ? $"fits {format.Name}" : "of no known format";

    private static string Refusal(OsdpAlarm alarm) => alarm switch
    {
        OsdpAlarm.NoSecureChannel => "the reader takes no secure channel. Look at its settings, or pair it",
        OsdpAlarm.WrongKey => "the reader does not know this key. Pair it again",
        OsdpAlarm.DefaultKey => "the reader answers under the published key. Pair it again",
        _ => "somebody on the bus speaks in clear while the secure channel stands. Look at the wires",
    };
}
