using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>Where the page gets its picture from. Nothing waits for a slow reader: who looks later sees the latest.</summary>
public interface ISiteViews
{
    /// <summary>The latest picture.</summary>
    SiteView Current { get; }

    /// <summary>The present picture, then the latest one after every change.</summary>
    IAsyncEnumerable<SiteView> Changes(CancellationToken cancellation);
}
