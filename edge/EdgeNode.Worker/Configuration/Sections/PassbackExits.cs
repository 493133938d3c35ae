using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>Anti-passback needs to see people leave: without a reader on the way out everybody would be "inside" after the first visit.</summary>
internal static class PassbackExits
{
    public static void Check(ErrorList errors, SiteDraft draft)
    {
        foreach (var area in draft.Areas.Where(area => area.AntiPassback.Kind is AntiPassbackKind.Soft or AntiPassbackKind.Hard))
        {
            var blind = draft.Doors.FirstOrDefault(door => door.To == area.Id && !draft.AccessPoints.Any(point => point.Door == door.Id && point.Direction == Direction.Out));
            if (blind is not null && area.Id.Value.Length > 0)
            {
                errors.Add(
                    draft.AreaNames.PlaceOf(area.Id.Value),
                    $"area {Quoted.Text(area.Id.Value)} has anti-passback, but nobody is seen to leave it by door {Quoted.Text(blind.Id.Value)}",
                    "give that door a reader with direction: out, or write antiPassback: timed");
            }
        }
    }
}
