using EdgeNode.Core;
using Microsoft.AspNetCore.Http;

namespace EdgeNode.Screen;

/// <summary>What is done on the roll call; the page itself is a <see cref="LivePage"/>.</summary>
internal static class RollPages
{
    private const int LongestName = 80;

    public static readonly Endpoint[] Endpoints =
    [
        Endpoint.Get("/roll-call.csv", Right.SeePeople, request => Results.File(Csv.Write(RollRegion.Rows(request.Parts.Musters.Now(), request.Phrases)), "text/csv; charset=utf-8", "roll-call.csv")),
        Endpoint.Post("/roll-call/drill", Right.SeePeople, request => Back(request.Parts.Musters.Drill)),
        Endpoint.Post("/roll-call/drill-over", Right.SeePeople, request => Back(request.Parts.Musters.EndDrill)),
        Endpoint.Post("/roll-call/mark", Right.SeePeople, Mark),
        Endpoint.Post("/roll-call/name", Right.SeePeople, Name),
    ];

    private static IResult Mark(ScreenRequest request) => Person(request) is { } person && request.Form["safe"].ToString() is "yes" or "no"
        ? Back(() => request.Parts.Musters.Mark(person, request.Form["safe"] == "yes", request.By))
        : request.Said("error.oldForm", StatusCodes.Status400BadRequest);

    private static IResult Name(ScreenRequest request) => Person(request) is { } person && request.Form["name"].ToString().Trim() is { Length: > 0 and <= LongestName } name
        ? Back(() => request.Parts.Musters.Name(person, name))
        : request.Said("error.oldForm", StatusCodes.Status400BadRequest);

    // Only somebody who stands on the sheet.
    private static HolderRef? Person(ScreenRequest request) =>
        request.Parts.Musters.Now().Lines.Where(line => line.Seen.Holder.Value == request.Form["person"]).Select(line => (HolderRef?)line.Seen.Holder).FirstOrDefault();

    private static IResult Back(Action act)
    {
        act();
        return Results.Redirect(LivePage.Roll.Path);
    }
}
