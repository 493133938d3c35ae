using System.Collections.Immutable;
using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>What the journal still knows of one person's way.</summary>
internal static class PersonMovements
{
    private const int Shown = 200;

    // Months of a busy site; what is older has mostly lost its details anyway.
    private const int LookedThrough = 200_000;

    /// <summary>The latest durable records of somebody, newest first.</summary>
    public static ImmutableArray<FeedItem> Of(NodeStore store, HolderRef holder) =>
    [
        .. store.ReadLatest(LookedThrough).Where(entry => entry.Fact.Who?.Holder == holder)
            .TakeLast(Shown).Reverse().Select(entry => SitePicture.FeedItem(entry, store.Snapshot.Plan)),
    ];
}
