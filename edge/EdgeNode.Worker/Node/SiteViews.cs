using EdgeNode.Core;
using EdgeNode.Screen;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary>The latest picture, drawn when somebody looks. Nothing waits for a slow reader: who looks later sees the latest.</summary>
/// <param name="loop">Whose state is drawn.</param>
/// <param name="feed">What just happened.</param>
/// <param name="condition">How the node is.</param>
/// <param name="start">The moment that is shown until the loop has taken its first step.</param>
internal sealed class SiteViews(SiteLoop loop, FeedRing feed, NodeCondition condition, Moment start) : ISiteViews
{
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _revision;

    public SiteView Current
    {
        get
        {
            var state = loop.State;
            return SitePicture.Draw(state, state.Now ?? start, Volatile.Read(ref _revision), feed.Shown, condition.Health(state, loop.Next));
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
