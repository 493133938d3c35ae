using System.CommandLine;
using EdgeNode.Core;
using EdgeNode.Screen;

namespace EdgeNode.Worker;

/// <summary><c>edgenode plan check plan.svg</c>: what of a drawing and of the site does not match.</summary>
internal static class PlanCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("plan.svg") { Description = "The drawing." };
        var config = new Option<string>("--config", "-c") { Description = "The site's configuration file.", Required = true, HelpName = "site.yaml" };
        var check = new Command("check", "List shapes that stand for nothing at the site, and desks, rooms and doors without a shape.") { file, config };
        check.SetAction(parsed => OnSite.Run(parsed, config, site => Check(parsed.GetRequiredValue(file), site.Definition, parsed.InvocationConfiguration.Output)));
        return new Command("plan", "The drawing of the site on its screen.") { check };
    }

    private static int Check(string path, SiteDefinition site, TextWriter output)
    {
        var plan = File.Exists(path) ? PlanFile.Load(path) : throw new FormatException($"There is no file {path}; name the drawing, an SVG file, before --config.");
        var mistakes = Mistakes(plan, site).ToList();
        foreach (var line in mistakes.Concat(plan.LeftOut.Select(kind => $"left out, since a plan takes shapes and texts alone: {kind}")))
        {
            output.WriteLine(line);
        }

        output.WriteLine(mistakes.Count == 0 ? $"{path} matches: {plan.Shapes.Length} shapes." : $"{mistakes.Count} do not match.");
        return mistakes.Count == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    private static IEnumerable<string> Mistakes(FloorPlan plan, SiteDefinition site)
    {
        var places = Places(site).ToList();
        var drawn = plan.Shapes.Select(shape => Name(shape.Kind, shape.Id)).ToList();
        foreach (var stray in drawn.Except(places))
        {
            var meant = Spelling.Nearest(stray, places) is { } near ? $"; did you mean {near}?" : "; change its id in Inkscape (Object Properties), or take the prefix off.";
            yield return $"{stray}: a shape, but nothing of that name is at the site{meant}";
        }

        foreach (var missing in places.Except(drawn))
        {
            yield return $"{missing}: at the site, but not on the plan; give its shape this id.";
        }

        foreach (var (name, times) in drawn.CountBy(name => name).Where(one => one.Value > 1))
        {
            yield return $"{name}: {times} shapes; one is enough, group them or take the id off the others.";
        }
    }

    private static IEnumerable<string> Places(SiteDefinition site) =>
    [
        .. site.Desks.Select(desk => Name(PlanKind.Desk, desk.Id.Value)),
        .. site.Rooms.Select(room => Name(PlanKind.Room, room.Id.Value)),
        .. site.Doors.Select(door => Name(PlanKind.Door, door.Id.Value)),
    ];

    private static string Name(PlanKind kind, string id) => $"{kind}-{id}".ToLowerInvariant();
}
