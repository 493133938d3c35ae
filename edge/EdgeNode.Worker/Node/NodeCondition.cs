using System.Collections.Immutable;
using EdgeNode.CloudSync;
using EdgeNode.Core;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary>How the node is, gathered from its rooms for the health tile.</summary>
internal sealed class NodeCondition(Journal journal, Picture picture)
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);
    private ImmutableArray<string> _reports = [];

    /// <summary>The link to the network; null on a site that stands alone.</summary>
    public SiteLink? Link { get; set; }

    /// <summary>Something was set aside, rebuilt or failed: it stays on the page until the next start.</summary>
    public void Report(string problem) =>
        ImmutableInterlocked.Update(ref _reports, (known, added) => known.Contains(added) ? known : known.Add(added), problem);

    /// <summary>The health as of now.</summary>
    public NodeHealth Health(SiteState state, Deadline? next)
    {
        var link = Link?.Health;
        var owed = picture.DaysOwed().Count;
        return new(
            state.JournalTakesRecords,
            journal.Durable,
            link?.Connected ?? false,
            picture.AcknowledgedThrough,
            link?.LastAcknowledged,
            owed,
            state.Policy.Version,
            next?.Why,
            [.. _reports, .. JournalProblems(journal.Condition), .. link?.Problems ?? []]);
    }

    // These go by themselves when the disk is well again.
    private static IEnumerable<string> JournalProblems(JournalCondition condition)
    {
        if (condition.Refusal is { } refusal)
        {
            yield return refusal;
        }

        if (condition.WaitingFor >= Slow)
        {
            yield return $"{condition.Waiting} records are decided but not on the disk yet, for {condition.WaitingFor.TotalSeconds:0} s; nobody was told of them. If this stays, replace the card.";
        }
    }
}
