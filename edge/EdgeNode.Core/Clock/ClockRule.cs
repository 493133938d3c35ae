using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>Notices when the wall clock jumps against the uptime clock; nothing measured across a jump stays "measured".</summary>
internal static class ClockRule
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    public static void PassTime(SiteStepping step)
    {
        if (step.State.Now is not { } last)
        {
            return;
        }

        var jump = step.Now.Wall - last.Wall - (step.Now.Uptime - last.Uptime);
        if (jump.Duration() > Tolerance)
        {
            step.Record(new JournalFact.ClockJumped((long)jump.TotalMilliseconds));
            step.State = step.State with { Sessions = MarkJumped(step.State.Sessions) };
        }
    }

    public static ImmutableSortedDictionary<long, OpenSession> MarkJumped(ImmutableSortedDictionary<long, OpenSession> sessions) =>
        sessions.SetItems(sessions.Select(pair => KeyValuePair.Create(pair.Key, pair.Value with { Evidence = pair.Value.Evidence | SessionEvidence.ClockJumped })));
}
