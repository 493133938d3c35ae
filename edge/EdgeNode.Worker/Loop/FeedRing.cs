using System.Collections.Immutable;
using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>The latest durable records for the feed, newest first. What is not durable yet waits here unseen.</summary>
public sealed class FeedRing(SitePlan plan, int length)
{
    private readonly Lock _lock = new();
    private readonly Queue<JournalEntry> _waiting = new();
    private ImmutableArray<FeedItem> _shown = [];

    /// <summary>What may be shown.</summary>
    public ImmutableArray<FeedItem> Shown
    {
        get
        {
            lock (_lock)
            {
                return _shown;
            }
        }
    }

    /// <summary>A record was handed to the journal.</summary>
    public void Append(JournalEntry entry)
    {
        lock (_lock)
        {
            _waiting.Enqueue(entry);
        }
    }

    /// <summary>The disk has confirmed everything up to a sequence.</summary>
    public void Confirm(long durable)
    {
        lock (_lock)
        {
            while (_waiting.TryPeek(out var entry) && entry.Sequence <= durable)
            {
                var item = SitePicture.FeedItem(_waiting.Dequeue(), plan);
                _shown = [item, .. _shown.Take(length - 1)];
            }
        }
    }
}
