using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>What happened at the site, in words. Badges are told by their number in the story.</summary>
internal static class EventWords
{
    public static string Of(SiteEvent @event) => @event switch
    {
        SiteEvent.IdentifierPresented tap => $"{Population.BadgeOf(tap.Token.Value)} at {tap.AccessPoint.Value}, read at {tap.ReadAt}",
        SiteEvent.ContactChanged contact => $"door {contact.Door.Value} is {contact.Contact}",
        SiteEvent.RequestToExit exit => $"the exit button of {exit.Door.Value}",
        SiteEvent.DoorCommanded command => $"{command.Source} asks {command.Command} of {command.Door.Value}",
        SiteEvent.UnlockCommanded unlock => $"the network opens {unlock.Door.Value} ({unlock.Command})",
        SiteEvent.StrikeCutOff cut => $"the dead-man cuts {cut.Door.Value}",
        SiteEvent.SensorTold told => $"sensor of {told.Desk.Value}: battery {told.Battery} %, signal {told.Signal} %",
        SiteEvent.DeskSensed sensed => $"sensor of {sensed.Desk.Value}: {(sensed.Present ? "somebody" : "nobody")}",
        SiteEvent.PolicyReplaced replaced => $"policy {replaced.Policy.Version}",
        SiteEvent.ReaderLinkChanged link => $"reader {link.AccessPoint.Value} is {(link.Up ? "back" : "silent")}",
        SiteEvent.JournalHealthChanged health => $"the journal takes {(health.TakesRecords ? "records again" : "no records")}",
        SiteEvent.TimePassed => "time passes",
        _ => @event.GetType().Name,
    };
}
