using Microsoft.AspNetCore.Http;

namespace EdgeNode.Screen;

/// <summary>The plan with the state of each desk, room and door; without a plan, a grid of them.</summary>
internal static class PlanRegion
{
    private const int Lines = 4;

    // How wide a capital is for its size, on the safe side.
    private const double Letter = 0.8;

    public static string Render(Sight sight)
    {
        if (sight.Plan.Plan is { } plan)
        {
            return Draw(plan, sight).ToString();
        }

        var html = new Markup();
        if (sight.Plan.IsUnfit)
        {
            html.Element("p", "badge warn", sight.Phrases["plan.unfit"]);
        }

        return html.Raw(DeskRegion.Render(sight.View, sight.Phrases)).ToString();
    }

    /// <summary>What lies under the states: a file of its own, so that it is sent once and not with every change.</summary>
    public static IResult Background(ScreenRequest request)
    {
        if (request.Sight.Plan.Plan is not { } plan)
        {
            return Results.NotFound();
        }

        request.Context.Response.Headers.CacheControl = "private, max-age=86400";
        return Results.Text(plan.Background, "image/svg+xml");
    }

    private static Markup Draw(FloorPlan plan, Sight sight)
    {
        var frame = plan.Frame;
        var places = Places.Of(sight.View, sight.Phrases).ToDictionary(place => (place.Kind, place.Id));
        var html = new Markup().Raw("<div class=\"drawing\"><img alt=\"\" decoding=\"sync\"").Attribute("src", $"/plan.svg?version={plan.Version}").Raw("><svg role=\"img\"")
            .Attribute("viewBox", PlanReader.Numbers(frame.Left, frame.Top, frame.Width, frame.Height)).Attribute("aria-label", sight.Phrases["plan.drawn"])
            .Raw("><defs><pattern id=\"hatch\" width=\"10\" height=\"10\" patternUnits=\"userSpaceOnUse\" patternTransform=\"").Raw(Hatching(frame))
            .Raw("\"><rect width=\"10\" height=\"10\" fill=\"#e6e8eb\"/><rect width=\"3\" height=\"10\" fill=\"#cfd4da\"/></pattern></defs>");
        foreach (var shape in plan.Shapes)
        {
            var place = places.GetValueOrDefault((shape.Kind, shape.Id));
            html.Raw($"<g class=\"place {place?.Look}\">").Raw(place is null ? "" : new Markup().Element("title", null, $"{place.Name}: {place.Words}").ToString()).Raw(shape.Markup).Raw("</g>");
        }

        foreach (var shape in plan.Shapes.Where(shape => shape.Box.HasRoom))
        {
            if (places.TryGetValue((shape.Kind, shape.Id), out var place))
            {
                Write(html, shape.Box, place);
            }
        }

        return html.Raw("</svg></div>");
    }

    // Sign, name and state below each other, each as large as fits.
    private static void Write(Markup html, PlanBox box, Place place)
    {
        var size = box.Height / Lines;
        var top = box.Top + (size / 2);
        html.Raw($"<g class=\"label {place.Look}\">");
        foreach (var (line, text) in ((string[])[place.Glyph, place.Name, place.Words]).Index())
        {
            html.Raw("<text text-anchor=\"middle\"").Attribute("x", PlanReader.Numbers((box.Left + box.Right) / 2)).Attribute("y", PlanReader.Numbers(top + ((line + 0.8) * size)))
                .Attribute("font-size", PlanReader.Numbers(Math.Min(size, box.Width / (Letter * Math.Max(text.Length, 2))))).Raw(">").Text(text).Raw("</text>");
        }

        html.Raw("</g>");
    }

    // As fine on a plan in millimetres as on one in pixels.
    private static string Hatching(PlanBox frame) => $"rotate(45) scale({PlanReader.Numbers(frame.Width / 1000)})";
}
