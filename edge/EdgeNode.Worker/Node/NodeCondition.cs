using System.Collections.Immutable;
using EdgeNode.CloudSync;
using EdgeNode.Core;
using EdgeNode.Hardware;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary>How the node is, gathered from its rooms for the health tile.</summary>
internal sealed class NodeCondition(ProblemList problems, NodeStore store)
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    /// <summary>The link to the network; null on a site that stands alone.</summary>
    public SiteLink? Link { get; set; }

    /// <summary>Devices that tell how they are.</summary>
    public IReadOnlyList<DeviceHealth> Devices { get; set; } = [];

    /// <summary>Why picture and care of the memory cannot follow the journal just now; null = they can.</summary>
    public string? MemoryTrouble { get; set; }

    /// <summary>The safety sheets of the doors.</summary>
    public ImmutableArray<SheetFact> Sheets { get; init; } = [];

    /// <summary>Who makes the nightly backups; null = nobody.</summary>
    public NightlyBackup? Backup { get; set; }

    /// <summary>The health as of now.</summary>
    public NodeHealth Health(SiteState state, Deadline? next)
    {
        var link = Link?.Health;
        var (journal, picture) = (store.Journal, store.Picture);
        return new(
            state.JournalTakesRecords,
            journal.Durable,
            link?.Connected ?? false,
            store.Waiting(picture.AcknowledgedThrough),
            link?.LastAcknowledged,
            picture.DaysOwed().Count,
            state.Policy.Version,
            next?.Why,
            [.. problems.All, .. Passing(journal.Condition), .. Sheets.Where(sheet => state.Now is { } now && sheet.IsOld(now.Wall)).Select(Yearly), .. Silent(), .. link?.Problems ?? []]);
    }

    private static string Yearly(SheetFact sheet) => $"The door {sheet.Door.Name} was tried on {sheet.SignedAt:yyyy-MM-dd}, more than a year ago. It stays live; try it again: edgenode accept {sheet.Door.Id.Value}";

    private IEnumerable<string> Silent() => Devices.Where(device => device is { Up: false, LastError: not null }).Select(device => $"{device.Name}: {device.LastError}");

    // These go by themselves when the disk is well again.
    private IEnumerable<string> Passing(JournalCondition condition)
    {
        if (MemoryTrouble is { } trouble)
        {
            yield return $"The node's memory cannot follow its journal: {trouble.TrimEnd('.')}. Doors go on, nothing is lost, and it is tried again with each record; look at the disk and its free space.";
        }

        if (Backup?.Problem is { } missing)
        {
            yield return missing;
        }

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
