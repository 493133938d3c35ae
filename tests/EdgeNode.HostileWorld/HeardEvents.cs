using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>The loop's events, with an ear at the door: which one it has just taken.</summary>
internal sealed class HeardEvents(ChannelReader<SiteEvent> events) : ChannelReader<SiteEvent>
{
    private static readonly SiteEvent Nothing = new SiteEvent.TimePassed();
    private SiteEvent _taken = Nothing;

    /// <summary>The event of the step in progress; nothing but time where there was none. Asked once for each step.</summary>
    public SiteEvent Taken() => Interlocked.Exchange(ref _taken, Nothing);

    public override bool TryRead([MaybeNullWhen(false)] out SiteEvent item)
    {
        if (!events.TryRead(out item))
        {
            return false;
        }

        _taken = item;
        return true;
    }

    public override ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default) => events.WaitToReadAsync(cancellationToken);
}
