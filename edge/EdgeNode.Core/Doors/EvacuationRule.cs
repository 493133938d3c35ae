namespace EdgeNode.Core;

/// <summary>Mirrors the fire input.</summary>
internal static class EvacuationRule
{
    public static void Take(SiteStepping step, SiteEvent.FireInputChanged input)
    {
        if (step.State.Evacuation is { } evacuation)
        {
            step.State = step.State with { Evacuation = evacuation with { InputActive = input.Active } };
        }
        else if (input.Active)
        {
            step.State = Begin(step.State, step.Now.Wall);
            step.Record(new JournalFact.EvacuationStarted());
            Tell(step, evacuating: true);
        }
    }

    public static void End(SiteStepping step, SiteEvent.EvacuationEnded ended)
    {
        if (step.State.Evacuation is { InputActive: false })
        {
            step.State = step.State with { Evacuation = null };
            step.Record(new JournalFact.EvacuationEnded { Who = new(ended.By, null) });
            Tell(step, evacuating: false);
        }
    }

    public static SiteState Begin(SiteState state, DateTimeOffset wall) => state with
    {
        Evacuation = new(wall, true, [.. state.Whereabouts.Where(known => known.Value.Area != AreaId.Outside).Select(known => known.Key).OrderBy(holder => holder.Value, StringComparer.Ordinal)]),
    };

    private static void Tell(SiteStepping step, bool evacuating)
    {
        foreach (var door in step.Site.Doors)
        {
            DoorRule.Take(step, door.Id, new DoorInput.Evacuation(evacuating));
        }
    }
}
