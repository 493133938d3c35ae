using EdgeNode.Core;
using EdgeNode.Screen;

namespace EdgeNode.Demo;

/// <summary>The view of whichever node has power: an open page goes on over a pulled plug.</summary>
internal sealed class DemoViews(World world, TimeProvider real) : ISiteViews
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);
    private SiteView? _last;

    public SiteView Current => _last = world.Node?.Views.Current ?? _last ?? throw new InvalidOperationException("The node has not had power yet.");

    // The simulated clock always moves; a page is sent only what differs.
    public Task Changed => Task.Delay(Beat, real);
}
