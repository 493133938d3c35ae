using Microsoft.AspNetCore.Http;

namespace EdgeNode.Screen;

/// <summary>Sign in, sign out, and set a password with a code.</summary>
internal static class SignInPages
{
    public static readonly Endpoint[] Endpoints =
    [
        Endpoint.Get("/sign-in", null, request => SignIn(request, Refusal.None)),
        Endpoint.Post("/sign-in", null, Enter),
        Endpoint.Get("/welcome", null, request => Welcome(request, Refusal.None)),
        Endpoint.Post("/welcome", null, Accept),
        Endpoint.Post("/sign-out", null, Leave),
    ];

    private static IResult SignIn(ScreenRequest request, Refusal refusal)
    {
        var phrases = request.Phrases;
        var form = Refused(phrases, refusal).Form("/sign-in", request.Sight.Token).Hidden("back", Back(request))
            .Field(phrases["sign.name"], "name", "text", "username")
            .Field(phrases["sign.password"], "password", "password", "current-password")
            .Button(phrases["sign.in"]).Raw("</form><p>").Link("/welcome", phrases["sign.code"]).Raw("</p>");
        return request.Page("/sign-in", phrases["sign.title"], form, Status(refusal));
    }

    private static IResult Enter(ScreenRequest request)
    {
        var (cookie, refusal) = request.Parts.Accounts.Enter(request.Form["name"].ToString(), request.Form["password"].ToString(), request.Address);
        return cookie is null ? SignIn(request, refusal) : Entered(request, cookie);
    }

    private static IResult Welcome(ScreenRequest request, Refusal refusal)
    {
        var phrases = request.Phrases;
        var code = request.Form["code"].ToString() is { Length: > 0 } typed ? typed : request.Context.Request.Query["code"].ToString();
        var form = Refused(phrases, refusal).Element("p", null, phrases["welcome.how"]).Form("/welcome", request.Sight.Token)
            .Field(phrases["welcome.code"], "code", "text", "one-time-code", code)
            .Field(phrases["welcome.name"], "name", "text", "username", request.Form["name"].ToString())
            .Field(phrases["welcome.password"], "password", "password", "new-password")
            .Button(phrases["sign.in"]).Raw("</form>");
        return request.Page("/welcome", phrases["welcome.title"], form, Status(refusal));
    }

    private static IResult Accept(ScreenRequest request)
    {
        var form = request.Form;
        var (cookie, refusal) = request.Parts.Accounts.Accept(form["code"].ToString(), form["name"].ToString(), form["password"].ToString(), request.Address);
        return cookie is null ? Welcome(request, refusal) : Entered(request, cookie);
    }

    private static IResult Leave(ScreenRequest request)
    {
        if (SignInCookie.Read(request.Context) is { } cookie)
        {
            request.Parts.Accounts.Leave(cookie);
            SignInCookie.Remove(request.Context);
        }

        return Results.Redirect("/sign-in");
    }

    private static IResult Entered(ScreenRequest request, string cookie)
    {
        SignInCookie.Set(request.Context, cookie);
        return Results.Redirect(Back(request));
    }

    // Only to a page of this screen: //elsewhere and /\elsewhere are other hosts to a browser.
    private static string Back(ScreenRequest request)
    {
        var back = request.Form["back"].ToString() is { Length: > 0 } carried ? carried : request.Context.Request.Query["back"].ToString();
        return back.StartsWith('/') && back.AsSpan(1).IndexOfAny("/\\") != 0 && !back.Any(char.IsControl) ? back : "/";
    }

    private static Markup Refused(Phrases phrases, Refusal refusal) =>
        refusal == Refusal.None ? new() : new Markup().Raw("<p role=\"alert\" class=\"badge warn\">").Text(phrases[$"refusal.{refusal}"]).Raw("</p>");

    private static int Status(Refusal refusal) => refusal switch
    {
        Refusal.None => StatusCodes.Status200OK,
        Refusal.TooManyTries => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status400BadRequest,
    };
}
