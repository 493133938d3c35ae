namespace EdgeNode.Worker;

/// <summary>What each door has and lacks.</summary>
internal static class DoorChecks
{
    public static IEnumerable<Finding> Of(SiteConfiguration site) => site.Definition.Doors.Select(door => Of(site, door));

    private static Finding Of(SiteConfiguration site, Core.Door door)
    {
        var name = $"door {door.Id.Value}";
        return site switch
        {
            _ when site.Strikes.All(strike => strike.Door != door.Id) => Finding.Warning(name, "no strike: nothing opens it", "Write strike: for it, or leave the door out."),
            _ when site.Definition.AccessPoints.All(point => point.Door != door.Id) => Finding.Warning(name, "no reader", "Write readers: for it; until then it opens from the screen only."),
            _ when site.Contacts.All(contact => contact.Door != door.Id) => Finding.Warning(name, "no contact: nobody sees it forced or held open", "Fit a contact and write contact: for it."),
            _ when site.Contacts.Any(contact => contact.Door == door.Id && contact.Normally == ContactRest.Open) =>
                Finding.Warning(name, "a cut wire of its contact reads as shut", "Fit a contact that is closed while the door is shut, and write normally: closed."),
            _ => Finding.Good(name, "strike, contact, reader"),
        };
    }
}
