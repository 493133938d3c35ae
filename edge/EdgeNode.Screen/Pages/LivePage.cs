namespace EdgeNode.Screen;

/// <summary>A page that is kept fresh by the stream.</summary>
/// <param name="Name">Its name in the stream's address, and in the keys of its words.</param>
/// <param name="Path">Its address.</param>
/// <param name="Asks">The right that it takes.</param>
/// <param name="Regions">Its parts, in their order.</param>
internal sealed record LivePage(string Name, string Path, Right Asks, Region[] Regions)
{
    /// <summary>Name, time and how far it may be believed: on every page.</summary>
    public static readonly Region Head = new("head", sight => HeadRegion.Render(sight.View, sight.Phrases));

    public static readonly LivePage Home = new("home", "/", Right.SeeSite,
    [
        new("full", sight => FullRegion.Render(sight.View, sight.Phrases)),
        new("doors", DoorRegion.Render),
        new("feed", sight => FeedRegion.Render(sight.View, sight.Phrases)) { IsSpoken = true },
        new("desks", sight => DeskRegion.Render(sight.View, sight.Phrases)),
        new("health", sight => HealthRegion.Render(sight.View, sight.Phrases)),
    ]);

    public static readonly LivePage Doors = new("doors", "/doors", Right.SeeSite,
    [
        new("locks", LockRegion.Render),
        new("incidents", IncidentRegion.Render) { IsSpoken = true },
    ]);

    public static readonly LivePage Plan = new("plan", "/plan", Right.SeeSite,
    [
        new("plan", PlanRegion.Render),
        new("places", PlaceRegion.Render),
    ]);

    public static readonly LivePage Refused = new("refused", "/refused", Right.SeeSite, [new("refusals", RefusalRegion.Render)]);

    public static readonly LivePage Roll = new("roll", "/roll-call", Right.SeePeople, [new("roll", RollRegion.Render)]);

    public static readonly LivePage People = new("people", "/people", Right.SeePeople,
    [
        new("loans", LoanRegion.Render),
        new("hand", LoanRegion.RenderHandOut),
    ]);

    public static readonly LivePage Movements = new("movements", "/movements", Right.SeeMovements,
    [
        new("look", MovementRegion.RenderForm),
        new("movements", MovementRegion.Render) { IsSpoken = true },
    ]);

    /// <summary>For a screen that nobody touches; the link to it names no person.</summary>
    public static readonly LivePage Wall = new("wall", "/wall", Right.SeeSite, [.. Home.Regions.Where(region => region.Id is "full" or "doors" or "desks")]);

    /// <summary>The same in black and white.</summary>
    public static readonly LivePage Mono = Wall with { Name = "mono", Path = "/wall/mono" };

    public static readonly LivePage[] All = [Home, Plan, Doors, Refused, Roll, People, Movements, Wall, Mono];

    /// <summary>The page of a name; the first where there is none.</summary>
    public static LivePage Of(string? name) => All.FirstOrDefault(page => page.Name == name) ?? Home;

    /// <summary>The whole page, as it is without script.</summary>
    public string Render(Shell shell, Sight sight)
    {
        var html = new Markup();
        foreach (var region in Regions)
        {
            html.Raw($"<section class=\"{region.Id}\" aria-labelledby=\"h-{region.Id}\"><h2 id=\"h-{region.Id}\">").Text(sight.Phrases[$"heading.{region.Id}"])
                .Raw($"</h2><div id=\"{region.Id}\"{(region.IsSpoken ? " aria-live=\"polite\"" : "")}>").Raw(region.Render(sight)).Raw("</div></section>");
        }

        return shell.Render(sight, Path, sight.View.Name, html.ToString(), Name);
    }
}
