using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using EdgeNode.CloudSync;
using EdgeNode.Core;
using EdgeNode.Screen;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary>The latest picture, drawn when somebody looks. Nothing waits for a slow reader: who looks later sees the latest.</summary>
internal sealed class SiteViews(SiteLoop loop, FeedRing feed, NodeCondition condition, TimeProvider real) : ISiteViews
{
    private static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(200);
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

    /// <summary>Says that there is something new to draw.</summary>
    public void Touch()
    {
        Interlocked.Increment(ref _revision);
        Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    public async IAsyncEnumerable<SiteView> Changes([EnumeratorCancellation] CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            var next = Volatile.Read(ref _changed).Task;
            yield return Current;
            await next.WaitAsync(cancellation);
            await Task.Delay(Calm, real, cancellation);
        }
    }
}
