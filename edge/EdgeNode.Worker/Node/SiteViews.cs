using EdgeNode.Core;
using EdgeNode.Screen;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary>The latest picture, drawn when somebody looks. Nothing waits for a slow reader: who looks later sees the latest.</summary>
internal sealed class SiteViews(SiteLoop loop, FeedRing feed, NodeCondition condition) : ISiteViews
{
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _revision;

    public SiteView Current
    {
        get
        {
            var state = loop.State;
            return SitePicture.Draw(state, state.Now ?? default, Volatile.Read(ref _revision), feed.Shown, condition.Health(state, loop.Next));
        }
    }

    public Task Changed => Volatile.Read(ref _changed).Task;

    /// <summary>Says that there is something new to draw.</summary>
    public void Touch()
    {
        Interlocked.Increment(ref _revision);
        Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }
}
