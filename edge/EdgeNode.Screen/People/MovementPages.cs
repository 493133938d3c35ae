using EdgeNode.Core;
using Microsoft.AspNetCore.Http;

namespace EdgeNode.Screen;

/// <summary>To ask for one person's movements; the page shows them once the journal holds who asked, and why.</summary>
internal static class MovementPages
{
    public static readonly Endpoint[] Endpoints = [Endpoint.Post(LivePage.Movements.Path, Right.SeeMovements, Ask)];

    private static IResult Ask(ScreenRequest request)
    {
        // What somebody wrote counts before what a list happened to stand on.
        var chosen = request.Form["reference"].ToString().Trim() is { Length: > 0 } written ? written : request.Form["person"].ToString();
        if (chosen.Length is 0 or > MovementRegion.LongestReference || Closed.Read<LookReason>(request.Form["reason"]) is not { } reason)
        {
            return request.Said("error.oldForm", StatusCodes.Status400BadRequest);
        }

        // Only a reference that the journal holds already: a name that somebody writes must not come into it.
        return request.Parts.Movements(new(chosen)).IsEmpty
            ? request.Said("error.person", StatusCodes.Status404NotFound)
            : request.Sent(new SiteEvent.MovementsAsked(new(chosen), reason, request.By), LivePage.Movements.Path);
    }
}
