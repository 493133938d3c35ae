namespace EdgeNode.Worker;

/// <summary>What each door has and lacks.</summary>
internal static class DoorChecks
{
    public static IEnumerable<Finding> Of(SiteConfiguration site, MachineFacts facts) =>
        [.. site.Definition.Doors.Select(door => Of(site, door)), .. facts.Sheets.Select(sheet => Of(sheet, facts.Now))];

    private static Finding Of(SheetFact sheet, DateTimeOffset now)
    {
        var (name, again) = ($"safety sheet of {sheet.Door.Id.Value}", $"Try it, with the node stopped: sudo -u {MachineFacts.ServiceUser} edgenode accept {sheet.Door.Id.Value} --by REFERENCE");
        return sheet.Acceptance switch
        {
            Core.DoorAcceptance.Missing => Finding.Failed(name, $"{sheet.Trouble}: the door is not live", again),
            Core.DoorAcceptance.Overridden => Finding.Warning(name, $"passed over on {sheet.SignedAt:yyyy-MM-dd}: nobody has tried the door", again),
            _ when sheet.IsOld(now) => Finding.Warning(name, $"of {sheet.SignedAt:yyyy-MM-dd}, more than a year old", again),
            _ => Finding.Good(name, $"signed on {sheet.SignedAt:yyyy-MM-dd}"),
        };
    }

    private static Finding Of(SiteConfiguration site, Core.Door door)
    {
        var name = $"door {door.Id.Value}";
        return site switch
        {
            _ when site.Strikes.All(strike => strike.Door != door.Id) => Finding.Warning(name, "no strike: nothing opens it", "Write strike: for it, or leave the door out."),
            _ when site.Definition.AccessPoints.All(point => point.Door != door.Id) => Finding.Warning(name, "no reader", "Write readers: for it; until then it opens from the screen only."),
            _ when !door.ContactFitted => Finding.Warning(name, "no contact: nobody sees it forced or held open", "Fit a contact and write contact: for it."),
            _ when site.Contacts.Any(contact => contact.Door == door.Id && contact.Normally == ContactRest.Open) =>
                Finding.Warning(name, "a cut wire of its contact reads as shut", "Fit a contact that is closed while the door is shut, and write normally: closed."),
            _ => Finding.Good(name, "strike, contact, reader"),
        };
    }
}
