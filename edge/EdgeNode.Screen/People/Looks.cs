using System.Collections.Immutable;
using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>Looks at one person's movements: each is read once, and shown for ten minutes to whoever gave the reason that stands in the journal. Safe from any thread.</summary>
internal sealed class Looks(Func<HolderRef, ImmutableArray<FeedItem>> read)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);
    private readonly Lock _lock = new();
    private ImmutableDictionary<long, ImmutableArray<FeedItem>> _known = ImmutableDictionary<long, ImmutableArray<FeedItem>>.Empty;

    /// <summary>The look of somebody that lasts still; null when there is none: nothing is shown before the disk has the record of it.</summary>
    public static FeedItem? Of(SiteView view, HolderRef by) =>
        view.Feed.FirstOrDefault(item => item.Fact is JournalFact.MovementsSeen { Who: not null } seen && seen.By == by && view.LocalTime - item.LocalTime < Lasts);

    /// <summary>What the look shows, newest first.</summary>
    public ImmutableArray<FeedItem> Movements(FeedItem look)
    {
        lock (_lock)
        {
            if (!_known.TryGetValue(look.Sequence, out var movements))
            {
                movements = [.. read(look.Fact.Who!.Holder).Where(item => item.Fact is not (JournalFact.Duress or JournalFact.MovementsSeen))];
                _known = _known.RemoveRange(_known.Keys.Where(sequence => sequence < look.Sequence - 1000)).SetItem(look.Sequence, movements);
            }

            return movements;
        }
    }
}
