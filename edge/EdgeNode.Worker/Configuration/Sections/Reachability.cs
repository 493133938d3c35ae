using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>Every area must be reached from the street through doors, or nobody could ever be let in.</summary>
internal static class Reachability
{
    public static void Check(ErrorList errors, SiteDraft draft)
    {
        if (draft.Doors.IsEmpty || !draft.AreaNames.AllFound)
        {
            return;
        }

        var reached = new HashSet<AreaId> { AreaId.Outside };
        while (draft.Doors.Any(door => reached.Contains(door.From) && reached.Add(door.To)))
        {
        }

        foreach (var area in draft.Areas.Where(area => area.Id.Value.Length > 0 && !reached.Contains(area.Id)))
        {
            errors.Add(
                draft.AreaNames.PlaceOf(area.Id.Value),
                $"no way leads from outside to area {Quoted.Text(area.Id.Value)}",
                $"give a door that is reached from outside the line \"to: {Quoted.Printable(area.Id.Value)}\" (from: is the side nearer to the street)");
        }
    }
}
