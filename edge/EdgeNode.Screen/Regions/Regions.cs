namespace EdgeNode.Screen;

/// <summary>All parts of the page.</summary>
internal static class Regions
{
    public static readonly Region Head = new("head", HeadRegion.Render);
    public static readonly Region Feed = new("feed", FeedRegion.Render);

    /// <summary>The parts in the body, in their order.</summary>
    public static readonly Region[] Main =
    [
        new("full", FullRegion.Render),
        new("doors", DoorRegion.Render),
        Feed,
        new("desks", DeskRegion.Render),
        new("health", HealthRegion.Render),
    ];

    public static readonly Region[] All = [Head, .. Main];
}
