using System.Globalization;
using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>Tells a test, a line for each thing with its time. No card number, no code.</summary>
internal sealed class TestTelling(TextWriter output, Func<TimeSpan> uptime)
{
    public void Tell(SiteEvent told) => Say(Words(told));

    public void Say(string words)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{uptime().TotalSeconds,9:0.000} s  {words}"));
        output.Flush();
    }

    // The same card has the same mark until the test ends.
    private static string Words(SiteEvent told) => told switch
    {
        SiteEvent.IdentifierPresented card => $"a card, mark {card.Token.Value[..8]}",
        SiteEvent.CodeEntered => "a code from the keypad",
        SiteEvent.ReadFaulty faulty => $"a read that is no card: {faulty.Fault}",
        SiteEvent.ReaderLinkChanged link => link.Up ? "the reader answers" : "the reader DOES NOT ANSWER",
        SiteEvent.ReaderTroubleChanged { Trouble: ReaderTrouble.None } => "the reader's housing is shut, its supply right",
        SiteEvent.ReaderTroubleChanged reader => $"the reader tells TROUBLE: {reader.Trouble}",
        SiteEvent.ContactChanged contact => $"the door is {contact.Contact}",
        SiteEvent.RequestToExit => "the exit button was pressed",
        SiteEvent.DoorWireChanged { Condition: WireCondition.Normal } wire => $"wire of {wire.Wire}: well",
        SiteEvent.DoorWireChanged wire => $"wire of {wire.Wire}: {wire.Condition.ToString().ToUpperInvariant()}",
        SiteEvent.DeskSensed desk => desk.Present ? "somebody is at the desk" : "nobody is at the desk",
        SiteEvent.SensorTold sensor => $"the sensor lives; battery {sensor.Battery?.ToString(CultureInfo.InvariantCulture) ?? "?"} %",
        SiteEvent.StrikeCutOff => "the strike was CUT OFF by its driver",
        _ => told.GetType().Name,
    };
}
