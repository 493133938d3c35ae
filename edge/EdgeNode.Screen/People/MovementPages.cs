using EdgeNode.Core;
using Microsoft.AspNetCore.Http;

namespace EdgeNode.Screen;

/// <summary>To ask for one person's movements; the page shows them once the journal holds who asked, and why.</summary>
internal static class MovementPages
{
    public static readonly Endpoint[] Endpoints = [Endpoint.Post(LivePage.Movements.Path, Right.SeeMovements, Ask)];

    private static IResult Ask(ScreenRequest request)
    {
        var chosen = request.Form["person"].ToString() is { Length: > 0 } listed ? listed : request.Form["reference"].ToString().Trim();
        return chosen.Length is > 0 and <= MovementRegion.LongestReference && Closed.Read<LookReason>(request.Form["reason"]) is { } reason
            ? request.Sent(new SiteEvent.MovementsAsked(new(chosen), reason, request.By), LivePage.Movements.Path)
            : request.Said("error.oldForm", StatusCodes.Status400BadRequest);
    }
}
