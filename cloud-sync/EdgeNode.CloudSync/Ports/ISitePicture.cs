using EdgeNode.Contracts;

namespace EdgeNode.CloudSync;

/// <summary>The site as it looks now. May be called on any thread.</summary>
public interface ISitePicture
{
    /// <summary>The latest picture; it names no person.</summary>
    SiteNow Current();
}
