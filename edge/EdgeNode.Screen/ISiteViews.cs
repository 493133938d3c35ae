using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>Where the page gets its picture from. Nothing waits for a slow reader: who looks later sees the latest.</summary>
public interface ISiteViews
{
    /// <summary>The latest picture.</summary>
    SiteView Current { get; }

    /// <summary>Done at the next change. Whoever takes it before looking at <see cref="Current"/> misses none.</summary>
    Task Changed { get; }
}
