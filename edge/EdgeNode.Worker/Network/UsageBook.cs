using System.Threading.Channels;
using EdgeNode.CloudSync;
using EdgeNode.Core;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary>The usage days of the picture; an acknowledgement goes through the loop into the journal, and counts once it is durable there.</summary>
internal sealed class UsageBook(Picture picture, ChannelWriter<SiteEvent> events) : IUsageBook
{
    private readonly Lock _lock = new();
    private readonly Dictionary<DateOnly, TaskCompletionSource> _waiting = [];

    public IReadOnlyList<DateOnly> DaysOwed() => picture.DaysOwed();

    public UsageDay? Find(DateOnly day) => picture.FindDay(day);

    public async Task Acknowledged(DateOnly day)
    {
        TaskCompletionSource? durable;
        lock (_lock)
        {
            if (!_waiting.TryGetValue(day, out durable))
            {
                _waiting.Add(day, durable = new(TaskCreationOptions.RunContinuationsAsynchronously));
            }
        }

        await events.WriteAsync(new SiteEvent.UsageDayAcknowledged(day));
        await durable.Task;
    }

    /// <summary>The picture has caught up with the journal: tells whoever waits for a day that is owed no more.</summary>
    public void CaughtUp()
    {
        lock (_lock)
        {
            if (_waiting.Count == 0)
            {
                return;
            }

            foreach (var day in _waiting.Keys.Except(picture.DaysOwed()).ToArray())
            {
                _waiting.Remove(day, out var durable);
                durable!.SetResult();
            }
        }
    }
}
