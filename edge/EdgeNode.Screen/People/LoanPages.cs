using EdgeNode.Core;
using Microsoft.AspNetCore.Http;

namespace EdgeNode.Screen;

/// <summary>What is done with loan badges; whether the site took it stands in the journal.</summary>
internal static class LoanPages
{
    public const string Give = "/people/loan";
    public const string Returned = "/people/loan/returned";
    public const string Lost = "/people/loan/lost";
    public const int LongestReference = 80;

    public static readonly Endpoint[] Endpoints =
    [
        Endpoint.Post(Give, Right.OperateDoors, HandOut),
        Endpoint.Post(Returned, Right.OperateDoors, request => OfOut(request, badge => new SiteEvent.LoanReturned(badge, request.By))),
        Endpoint.Post(Lost, Right.OperateDoors, request => OfOut(request, badge => new SiteEvent.LoanLost(badge, request.By))),
    ];

    // Only a badge that is in, and somebody of the list or a reference, which the site looks up itself.
    private static IResult HandOut(ScreenRequest request)
    {
        var desk = request.Parts.Loans();
        var badge = desk.Drawer.FirstOrDefault(badge => badge.Value == request.Form["badge"]);
        return badge.Value is not null && Taker(request, desk) is var (holder, booking)
            ? request.Sent(new SiteEvent.LoanGiven(badge, holder, booking, request.By), LivePage.People.Path)
            : request.Said("error.oldForm", StatusCodes.Status400BadRequest);
    }

    private static (HolderRef Holder, BookingId? Booking)? Taker(ScreenRequest request, LoanDesk desk)
    {
        // What somebody wrote counts before what the list happened to stand on.
        if (request.Form["reference"].ToString().Trim() is { Length: > 0 } written)
        {
            return written.Length <= LongestReference ? (new(written), null) : null;
        }

        return desk.Takers.FirstOrDefault(taker => LoanRegion.Key(taker) == request.Form["taker"]) is { } listed ? (listed.Holder, listed.Booking) : null;
    }

    private static IResult OfOut(ScreenRequest request, Func<LoanBadgeId, SiteEvent> act) =>
        request.Parts.Loans().Out.FirstOrDefault(loan => loan.Badge.Value == request.Form["badge"]) is { } loan
            ? request.Sent(act(loan.Badge), LivePage.People.Path)
            : request.Said("error.oldForm", StatusCodes.Status400BadRequest);
}
