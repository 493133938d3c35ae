using System.Runtime.CompilerServices;
using EdgeNode.Core;
using EdgeNode.Screen;

namespace EdgeNode.Demo;

/// <summary>The view of whichever node has power: an open page goes on over a pulled plug.</summary>
internal sealed class DemoViews(World world, TimeProvider real) : ISiteViews
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);
    private SiteView? _last;

    public SiteView Current => _last = world.Node?.Views.Current ?? _last ?? throw new InvalidOperationException("The node has not had power yet.");

    public async IAsyncEnumerable<SiteView> Changes([EnumeratorCancellation] CancellationToken cancellation)
    {
        SiteView? sent = null;
        while (!cancellation.IsCancellationRequested)
        {
            var now = Current;
            if (sent is null || now.Revision != sent.Revision || now.At.Wall != sent.At.Wall)
            {
                yield return sent = now;
            }

            await Task.Delay(Beat, real, cancellation);
        }
    }
}
