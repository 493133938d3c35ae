using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace EdgeNode.Screen;

/// <summary>To see to an incident, with a note.</summary>
internal static class IncidentPages
{
    private const int LongestNote = 300;

    public static readonly Endpoint[] Endpoints =
    [
        Endpoint.Get("/incidents/{number}", Right.OperateDoors, Ask),
        Endpoint.Post("/incidents/{number}", Right.OperateDoors, See),
    ];

    private static IResult Ask(ScreenRequest request)
    {
        if (Find(request) is not { } incident)
        {
            return request.Said("error.place", StatusCodes.Status404NotFound);
        }

        var phrases = request.Phrases;
        var form = new Markup().Element("p", null, phrases["incident.how"]).Form(string.Create(CultureInfo.InvariantCulture, $"/incidents/{incident.Number}"), request.Sight.Token)
            .Raw("<label>").Element("span", null, phrases["incident.note"]).Raw($"<textarea name=\"note\" rows=\"3\" maxlength=\"{LongestNote}\"></textarea></label>")
            .Button(phrases["incident.see"]).Raw("</form><p>").Link("/doors", phrases["action.cancel"]).Raw("</p>");
        return request.Page("/doors", phrases.Format($"incident.{incident.Kind}", incident.Place), form);
    }

    private static IResult See(ScreenRequest request)
    {
        var text = request.Form["note"].ToString().Trim();
        if (Find(request) is not { } incident || text.Length > LongestNote)
        {
            return request.Said("error.oldForm", StatusCodes.Status400BadRequest);
        }

        request.Parts.Notes.Set(incident.Number, new(request.Sight.Viewer!.Name, request.Parts.Time.GetUtcNow(), text));
        return Results.Redirect("/doors");
    }

    private static Incident? Find(ScreenRequest request) =>
        Incidents.Of(request.Sight.View.Feed).FirstOrDefault(incident => incident.Number.ToString(CultureInfo.InvariantCulture) == request.Place("number"));
}
