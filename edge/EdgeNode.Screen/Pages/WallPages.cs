using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace EdgeNode.Screen;

/// <summary>What a screen on a wall and a public page are given: no names, no doors to open.</summary>
internal static class WallPages
{
    // Below this a number would tell of single people when it changes.
    private const int Telling = 3;

    public static readonly Endpoint[] Endpoints =
    [
        Endpoint.Get("/wall/by/{name}", null, Enter),
        Endpoint.Post("/accounts/wall", Right.KeepAccounts, Link),
        Endpoint.Get("/free-desks", null, Free) with { IsPage = false },
    ];

    private static IResult Enter(ScreenRequest request)
    {
        var token = request.Place("name");
        if (request.Parts.Accounts.Find(token) is not { IsLink: true })
        {
            return request.Said("error.link", StatusCodes.Status404NotFound);
        }

        SignInCookie.Set(request.Context, token, SignInCookie.Longest);
        return Results.Redirect(LivePage.Wall.Path);
    }

    private static IResult Link(ScreenRequest request)
    {
        var name = request.Form["name"].ToString().Trim();
        if (name.Length is 0 or > 60)
        {
            return request.Said("error.oldForm", StatusCodes.Status400BadRequest);
        }

        if (request.Parts.Accounts.Link(name) is not { } token)
        {
            return request.Said("error.taken", StatusCodes.Status409Conflict);
        }

        var asked = request.Context.Request;
        return request.Page("/accounts", request.Phrases["accounts.wall"], new Markup()
            .Element("p", null, request.Phrases["accounts.wallOnce"])
            .Element("p", "badge", $"{asked.Scheme}://{asked.Host}/wall/by/{token}")
            .Raw("<p>").Link("/accounts", request.Phrases["page.accounts"]).Raw("</p>"));
    }

    // Any page may show it, and a cache may keep it: it carries no cookie.
    private static IResult Free(ScreenRequest request)
    {
        var headers = request.Context.Response.Headers;
        (headers.CacheControl, headers.AccessControlAllowOrigin) = ("public, max-age=30", "*");
        var free = FullRegion.FreeDesks(request.Sight.View);
        var (least, most) = free < Telling ? (0, Telling - 1) : (free, free);
        return Results.Text(string.Create(CultureInfo.InvariantCulture, $"{{\"atLeast\":{least},\"atMost\":{most}}}"), "application/json");
    }
}
