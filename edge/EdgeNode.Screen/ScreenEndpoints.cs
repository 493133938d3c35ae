using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace EdgeNode.Screen;

/// <summary>The manager's page: one page that works without script, one stream that keeps it fresh, its style and its script.</summary>
public static class ScreenEndpoints
{
    private const string Policy = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    /// <summary>Maps the page over a source of pictures.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="views">What is shown.</param>
    /// <param name="time">The clock of the stream's heartbeat: the real one.</param>
    /// <param name="links">Further links in the head of the page: address and words.</param>
    public static void MapScreen(this IEndpointRouteBuilder routes, ISiteViews views, TimeProvider time, params (string Address, string Words)[] links)
    {
        routes.MapGet("/", (HttpContext context) =>
        {
            var phrases = Choose(context);
            context.Response.Headers.ContentSecurityPolicy = Policy;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers.CacheControl = "no-store";
            return Results.Content(Page.Render(views.Current, phrases, links), "text/html; charset=utf-8");
        });
        routes.MapGet("/events", (HttpContext context, IHostApplicationLifetime lifetime) =>
            new ViewStream(views, Phrases.Of(context.Request.Query["lang"]), time).WriteAsync(context, lifetime.ApplicationStopping));
        routes.MapGet("/assets/{name}", (string name) => Asset.Find(name) is { } asset ? Results.Bytes(asset.Bytes, asset.Type) : Results.NotFound());
        routes.MapGet("/healthz", () => Results.Text("ok"));
    }

    private static Phrases Choose(HttpContext context)
    {
        if (context.Request.Query["lang"].ToString() is { Length: > 0 } asked)
        {
            var phrases = Phrases.Of(asked);
            context.Response.Cookies.Append("lang", phrases.Code, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = TimeSpan.FromDays(365) });
            return phrases;
        }

        return Phrases.Of(context.Request.Cookies["lang"] ?? context.Request.Headers.AcceptLanguage.ToString());
    }
}
