using System.Globalization;
using EdgeNode.Core;
using Microsoft.AspNetCore.Http;

namespace EdgeNode.Screen;

/// <summary>To forgive somebody whom anti-passback refused.</summary>
internal static class RefusalPages
{
    public static readonly Endpoint[] Endpoints =
    [
        Endpoint.Get("/refused/{number}", Right.OperateDoors, Ask),
        Endpoint.Post("/refused/{number}", Right.OperateDoors, Forgive),
    ];

    private static IResult Ask(ScreenRequest request)
    {
        if (Find(request) is not var (number, _))
        {
            return request.Said("error.place", StatusCodes.Status404NotFound);
        }

        var form = new Markup().Element("p", null, request.Phrases["fix.Forgive.means"])
            .Form(string.Create(CultureInfo.InvariantCulture, $"/refused/{number}"), request.Sight.Token)
            .Button(request.Phrases["fix.Forgive"]).Raw("</form><p>").Link("/refused", request.Phrases["action.cancel"]).Raw("</p>");
        return request.Page("/refused", request.Phrases["fix.Forgive"], form);
    }

    private static IResult Forgive(ScreenRequest request) => Find(request) is var (_, holder)
        ? request.Sent(new SiteEvent.PassbackForgiven(holder) { By = request.By }, "/refused")
        : request.Said("error.oldForm", StatusCodes.Status400BadRequest);

    // Only somebody whom the journal names in that very refusal.
    private static (long Number, HolderRef Holder)? Find(ScreenRequest request) => request.Sight.View.Feed
        .Where(item => item.Sequence.ToString(CultureInfo.InvariantCulture) == request.Place("number"))
        .Select(item => item.Fact is JournalFact.AccessDenied { Who: { } who } denied && Fixes.Of(denied) == Fix.Forgive ? (item.Sequence, who.Holder) : ((long, HolderRef)?)null)
        .FirstOrDefault();
}
