using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EdgeNode.Hub;

/// <summary>The hub over HTTP. Every change is sent to the sites before it is answered.</summary>
internal static class HubApi
{
    /// <summary>Puts the API together.</summary>
    /// <exception cref="ArgumentException">It would listen to the world without a token.</exception>
    public static WebApplication Build(HubHost hub, HubOptions options)
    {
        var listen = options.Listen!;
        if (options.Token is null && !(listen.Host == "localhost" || (IPAddress.TryParse(listen.Host, out var address) && IPAddress.IsLoopback(address))))
        {
            throw new ArgumentException($"The API would listen on {listen} for everybody. Give it a token, or let it listen on 127.0.0.1.");
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.WebHost.UseUrls(listen.ToString());
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, HubJson.Default));
        var app = builder.Build();
        app.Use((context, next) => Guard(context, next, options.Token));
        Map(app, hub);
        return app;
    }

    private static Task Guard(HttpContext context, RequestDelegate next, string? token)
    {
        var given = Encoding.UTF8.GetBytes(context.Request.Headers.Authorization.ToString());
        if (token is null || CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes($"Bearer {token}")))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return context.Response.WriteAsync("Send the header Authorization: Bearer TOKEN with the hub's token.");
    }

    private static void Map(WebApplication app, HubHost hub)
    {
        var api = app.MapGroup("/api/v1");
        api.MapPut("/members", (Member member) => Change(hub, () => hub.Directory.Put(member)));
        api.MapPut("/cards", (Card card) => Change(hub, () => hub.Directory.Put(card)));
        api.MapPut("/bookings", (Reservation booking) => Change(hub, () => hub.Directory.Put(booking)));
        api.MapDelete("/bookings/{id}", (string id) => Change(hub, () => Found(hub.Directory.RemoveBooking(id), "no such booking")));
        api.MapPut("/members/{holder}/blocked", (string holder) => Change(hub, () => Found(hub.Directory.SetBlocked(holder, true) > 0, "the holder has no card")));
        api.MapDelete("/members/{holder}/blocked", (string holder) => Change(hub, () => Found(hub.Directory.SetBlocked(holder, false) > 0, "the holder has no card")));
        api.MapPut("/sites/{id}", (string id, string name, string? publicKey) => Change(hub, () => hub.Directory.PutSite(id, name, publicKey)));
        api.MapPost("/import/members", (HttpRequest request) => Import(hub, request, text => new CsvImport(hub.Directory).Members(new StringReader(text))));
        api.MapPost("/import/bookings", (HttpRequest request) => Import(hub, request, text => new CsvImport(hub.Directory).Bookings(new StringReader(text))));
        api.MapPost("/import/calendar/{site}", (string site, HttpRequest request) =>
            Import(hub, request, text => new CalendarImport(hub.Directory).Bookings(site, text)));
        api.MapPost("/sites/{site}/doors/{door}/unlock", (string site, string door, string reason) => Unlock(hub, site, door, reason));
        api.MapGet("/commands/{id}", (string id) => Results.Text(hub.Commands.Outcome(id) ?? "no answer yet"));
        api.MapGet("/totals", (string? month) => hub.Totals.Read(month));
        api.MapGet("/sites", () => hub.Fleet.Sites());
        app.MapGet("/", () => Results.Content(HubPage.Render(hub.Fleet.Sites(), hub.Totals.Read(null), hub.Fleet.Alerts()), "text/html; charset=utf-8"));
    }

    private static async Task<IResult> Unlock(HubHost hub, string site, string door, string reason)
    {
        try
        {
            return Results.Text(await hub.UnlockAsync(site, door, reason), statusCode: StatusCodes.Status202Accepted);
        }
        catch (DirectoryException error)
        {
            return Results.Text(error.Message, statusCode: StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> Change(HubHost hub, Action change)
    {
        try
        {
            change();
        }
        catch (DirectoryException error)
        {
            return Results.Text(error.Message, statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        await hub.PublishAsync();
        return Results.NoContent();
    }

    private static async Task<IResult> Import(HubHost hub, HttpRequest request, Func<string, ImportResult> import)
    {
        using var reader = new StreamReader(request.Body);
        var result = import(await reader.ReadToEndAsync());
        await hub.PublishAsync();
        return Results.Json(result, HubJson.Default.ImportResult, statusCode: result.Errors.Count == 0 ? 200 : StatusCodes.Status422UnprocessableEntity);
    }

    private static void Found(bool found, string otherwise)
    {
        if (!found)
        {
            throw new DirectoryException(otherwise);
        }
    }
}
