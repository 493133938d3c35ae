using System.Globalization;
using EdgeNode.Core;
using Microsoft.AspNetCore.Http;

namespace EdgeNode.Screen;

/// <summary>One thing to do with one door: why, and is it meant? Works without script.</summary>
internal static class DoorPages
{
    public static readonly Endpoint[] Endpoints =
    [
        Endpoint.Get("/doors/{door}/{action}", Right.OperateDoors, Ask),
        Endpoint.Post("/doors/{door}/{action}", Right.OperateDoors, Do),
        Endpoint.Get("/evacuation", Right.OperateDoors, AskEvacuation),
        Endpoint.Post("/evacuation", Right.OperateDoors, EndEvacuation),
    ];

    public static string Address(DoorId door, DoorAction action) => $"/doors/{Uri.EscapeDataString(door.Value)}/{action}";

    private static IResult Ask(ScreenRequest request)
    {
        if (Asked(request) is not var (door, action))
        {
            return request.Said("error.place", StatusCodes.Status404NotFound);
        }

        var phrases = request.Phrases;
        var form = new Markup().Element("p", null, phrases[$"action.{action}.means"]).Form(Address(door.Id, action), request.Sight.Token)
            .Hidden("asked", request.Parts.Forms.Stamp).Choice(phrases["action.why"], "reason", Enum.GetValues<CommandReason>().Select(reason => ($"{reason}", phrases[$"reason.{reason}"])), First(action));
        if (action == DoorAction.OpenFor)
        {
            form.Choice(phrases["action.minutes"], "minutes", DoorActions.Minutes.Select(minutes => ($"{minutes}", phrases.Format("action.minute", minutes))));
        }

        form.Button(phrases[$"action.{action}"]).Raw("</form><p>").Link("/doors", phrases["action.cancel"]).Raw("</p>");
        return request.Page("/doors", $"{door.Name}: {phrases[$"action.{action}"]}", form);
    }

    private static IResult Do(ScreenRequest request)
    {
        if (Asked(request) is not var (door, action))
        {
            return request.Said("error.place", StatusCodes.Status404NotFound);
        }

        if (Closed.Read<CommandReason>(request.Form["reason"]) is not { } reason || !IsMeantNow(request, door, action))
        {
            return request.Said("error.oldForm", StatusCodes.Status400BadRequest);
        }

        var command = new SiteEvent.DoorCommanded(door.Id, action.Command(), CommandSource.Screen, request.By) { Reason = reason, For = action == DoorAction.OpenFor ? Length(request) : null };
        return request.SentOnce(command, $"{request.By.Value} {Address(door.Id, action)} {request.Form["asked"]} {request.Form["undoes"]}", "/doors");
    }

    // A form that was asked for a moment ago, or one that takes back what this person has just done and nobody has changed since.
    private static bool IsMeantNow(ScreenRequest request, DoorView door, DoorAction action) => request.Form["undoes"].ToString() is { Length: > 0 } record
        ? DoorActions.Undo(request.Sight.View, door.Id, request.By) is var (undo, last) && undo == action && record == last.ToString(CultureInfo.InvariantCulture)
        : request.Parts.Forms.IsFresh(request.Form["asked"].ToString());

    private static IResult AskEvacuation(ScreenRequest request)
    {
        var form = new Markup().Element("p", null, request.Phrases["evacuation.sure"]).Form("/evacuation", request.Sight.Token)
            .Button(request.Phrases["evacuation.end"]).Raw("</form><p>").Link("/doors", request.Phrases["action.cancel"]).Raw("</p>");
        return request.Page("/doors", request.Phrases["evacuation.end"], form);
    }

    private static IResult EndEvacuation(ScreenRequest request) => request.Sent(new SiteEvent.EvacuationEnded(request.By), "/doors");

    private static (DoorView Door, DoorAction Action)? Asked(ScreenRequest request) =>
        request.Sight.View.Doors.FirstOrDefault(door => door.Id.Value == request.Place("door")) is { } door && Closed.Read<DoorAction>(request.Place("action")) is { } action
            ? (door, action)
            : null;

    // The shortest where the form names none of those offered.
    private static TimeSpan Length(ScreenRequest request) =>
        TimeSpan.FromMinutes(DoorActions.Minutes.FirstOrDefault(minutes => minutes.ToString(CultureInfo.InvariantCulture) == request.Form["minutes"], DoorActions.Minutes[0]));

    private static string First(DoorAction action) => action switch
    {
        DoorAction.LockDown => $"{CommandReason.Safety}",
        DoorAction.Lock or DoorAction.Release or DoorAction.ReleaseOpen => $"{CommandReason.Over}",
        _ => $"{CommandReason.Visitor}",
    };
}
