namespace EdgeNode.HostileWorld;

/// <summary>Makes a failure small: leaves out every actor without whom the same promise is still broken, until nobody else can be.</summary>
public static class Shrinking
{
    /// <summary>The smallest story found. Its last event is the one at which the promise breaks, so it is the shortest failing prefix.</summary>
    public static WorldOutcome Smallest(WorldOutcome failed)
    {
        var before = -1;
        while (before != failed.Options.Without.Count)
        {
            before = failed.Options.Without.Count;
            failed = OnceThrough(failed);
        }

        return failed;
    }

    // Somebody who was needed may be so no more once others have left.
    private static WorldOutcome OnceThrough(WorldOutcome failed)
    {
        foreach (var actor in Cast.All.Reverse().Where(actor => !failed.Options.Without.Contains(actor.Name)).ToList())
        {
            var options = failed.Options with { Without = failed.Options.Without.Add(actor.Name), Listener = null };
            var outcome = Worlds.Play(options);
            if (outcome.Failure?.Promise == failed.Failure!.Promise && outcome.Steps <= failed.Steps)
            {
                failed = outcome;
            }
        }

        return failed;
    }
}
