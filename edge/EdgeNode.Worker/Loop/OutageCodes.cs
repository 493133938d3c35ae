using System.Threading.Channels;
using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>Tells the loop the code of each new day, where a door takes one.</summary>
internal sealed class OutageCodes(SiteDefinition site, IdentifierKey key, ChannelWriter<SiteEvent> events)
{
    private readonly bool _taken = site.Doors.Any(door => door.TakesOutageCode);

    /// <summary>Looks at the day after a step.</summary>
    public void Follow(SiteState state)
    {
        if (_taken && state.OpenDay is { } day && state.OutageCode?.Day != day)
        {
            events.TryWrite(new SiteEvent.OutageCodeSet(new(day, key.Tokenise(OutageCode.Of(key, site.Id, day)))));
        }
    }
}
