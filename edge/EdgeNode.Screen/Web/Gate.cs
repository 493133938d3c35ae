using System.Security.Claims;
using EdgeNode.Core;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EdgeNode.Screen;

/// <summary>The one way to every endpoint: who asks, whether they may, and whether a form is one that was given out to them.</summary>
internal sealed class Gate(ScreenParts parts, IAntiforgery forms)
{
    private const string ContentPolicy = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

    // The longest form is a name and a note.
    private const int LongestBody = 16 * 1024;

    /// <summary>Answers, or says why not.</summary>
    public async Task<IResult> AnswerAsync(HttpContext context, Endpoint endpoint)
    {
        var headers = context.Response.Headers;
        (headers.ContentSecurityPolicy, headers.XContentTypeOptions, headers.CacheControl) = (ContentPolicy, "nosniff", "no-store");
        headers["Referrer-Policy"] = "same-origin";
        var viewer = parts.Accounts.Find(SignInCookie.Read(context));
        Name(context, viewer);
        var isForm = endpoint.Method == HttpMethods.Post;
        if (isForm)
        {
            context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = LongestBody;
        }

        var token = endpoint.IsPage ? forms.GetAndStoreTokens(context).RequestToken! : "";
        var sight = new Sight(parts.Views.Current, Languages.Choose(context), viewer, token) { Notes = parts.Notes.All, Plan = parts.Plan() };
        var request = new ScreenRequest(context, sight, parts, FormCollection.Empty);
        if (endpoint.Asks is { } right && !sight.May(right))
        {
            return viewer is not null ? request.Said("error.right", StatusCodes.Status403Forbidden)
                : isForm ? request.Said("error.signedOut", StatusCodes.Status401Unauthorized)
                : Results.Redirect($"/sign-in?back={Uri.EscapeDataString(context.Request.Path)}");
        }

        return isForm ? await TakeAsync(request, endpoint) : endpoint.Answer(request);
    }

    private async Task<IResult> TakeAsync(ScreenRequest request, Endpoint endpoint)
    {
        try
        {
            await forms.ValidateRequestAsync(request.Context);
            return endpoint.Answer(request with { Form = await request.Context.Request.ReadFormAsync() });
        }
        catch (AntiforgeryValidationException)
        {
            return request.Said("error.oldForm", StatusCodes.Status400BadRequest);
        }
        catch (IOException refused) when (refused is not BadHttpRequestException)
        {
            return request.Said("error.disk", StatusCodes.Status503ServiceUnavailable);
        }
        catch (BadHttpRequestException bad)
        {
            return request.Said("error.oldForm", bad.StatusCode);
        }
        catch (InvalidDataException)
        {
            // More fields, or longer ones, than any form here has.
            return request.Said("error.oldForm", StatusCodes.Status400BadRequest);
        }
    }

    // A form is good only for the sign-in that it was given out to.
    private static void Name(HttpContext context, Account? viewer) => context.User = viewer is null
        ? new()
        : new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, Secrets.Hash(SignInCookie.Read(context)!))], "cookie"));
}
