using System.Collections.Immutable;

namespace EdgeNode.Worker;

/// <summary>What somebody said of a new site.</summary>
/// <param name="Id">The site's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="TimeZone">Its time zone.</param>
/// <param name="Doors">Ids of its doors; the first leads to the street.</param>
/// <param name="Lock">What the locks do without power.</param>
/// <param name="Reader">What hangs beside the doors.</param>
internal sealed record SiteAnswers(string Id, string Name, string TimeZone, ImmutableArray<string> Doors, StrikeWiring Lock, FirstReader Reader)
{
    /// <summary>What is taken where nothing is said.</summary>
    public static SiteAnswers Usual { get; } = new("my-site", "My site", "Europe/Brussels", ["street"], StrikeWiring.FailSecure, FirstReader.Wiegand);
}
