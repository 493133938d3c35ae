using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EdgeNode.Hub;

/// <summary>The hub over HTTP. Every change is sent to the sites before it is answered.</summary>
internal static class HubApi
{
    private const string Words = "text/plain";
    private const string Json = "application/json";

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
        builder.Services.AddOpenApi("v1", page => page.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "EdgeNode hub", Version = "1", Description = "Members, badges, bookings and sites of the network. Every call carries Authorization: Bearer TOKEN." };
            document.Servers?.Clear();
            return Task.CompletedTask;
        }));
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, HubJson.Default));
        var app = builder.Build();
        var tokens = new ApiTokens(hub.Database, options.Token);
        app.Use((context, next) => Guard(context, next, tokens));
        Map(app, hub);
        return app;
    }

    // An owner reads about the own sites; whatever changes the network, or tells of others, is the network's alone.
    private static Task Guard(HttpContext context, RequestDelegate next, ApiTokens tokens)
    {
        var caller = tokens.Find(context.Request.Headers.Authorization.ToString());
        context.Items[nameof(ApiCaller)] = caller;
        return caller is null ? Refuse(StatusCodes.Status401Unauthorized, "Send the header Authorization: Bearer TOKEN with a token of this hub.")
            : caller.Owner is null || context.Request.Path.StartsWithSegments("/api/v1/own") ? next(context)
            : Refuse(StatusCodes.Status403Forbidden, "This token opens /api/v1/own only: the sites and statements of its owner.");

        Task Refuse(int status, string words)
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(words);
        }
    }

    private static void MapOwn(RouteGroupBuilder own, HubHost hub)
    {
        own.MapGet("/sites", (HttpContext context) => hub.Fleet.Sites(Owner(context))).WithSummary("The owner's sites.");
        own.MapGet("/alerts", (HttpContext context) => hub.Fleet.Alerts(Owner(context))).WithSummary("What was refused at the owner's sites, newest first.");
        own.MapGet("/statements/{site}/{month}", (HttpContext context, string site, string month) =>
            hub.Fleet.Sites(Owner(context)).Any(known => known.Id == site)
                ? Results.Text(StatementWriting.Csv(Statement.Read(hub.Database, site, month)), "text/csv; charset=utf-8")
                : Results.Text("This site is not one of yours.", statusCode: StatusCodes.Status403Forbidden))
            .WithSummary("The statement of a site for a month (yyyy-MM), as CSV.").Produces<string>(200, "text/csv").Produces<string>(403, Words);
    }

    private static string? Owner(HttpContext context) => ((ApiCaller)context.Items[nameof(ApiCaller)]!).Owner;

    private static void Map(WebApplication app, HubHost hub)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        var api = app.MapGroup("/api/v1");
        MapDirectory(api.MapGroup("").WithMetadata(new ProducesResponseTypeMetadata(204, typeof(void)), new ProducesResponseTypeMetadata(422, typeof(string), [Words])), hub);
        MapImports(api.MapGroup("/import").WithMetadata(new ProducesResponseTypeMetadata(200, typeof(ImportResult), [Json]), new ProducesResponseTypeMetadata(422, typeof(ImportResult), [Json])), hub);
        MapOwn(api.MapGroup("/own"), hub);
        api.MapPost("/sites/{site}/doors/{door}/unlock", (string site, string door, string reason) => Unlock(hub, site, door, reason))
            .WithSummary("Releases a door once; lives ten seconds. Answers the command's id.").Produces<string>(202, Words).Produces<string>(422, Words);
        api.MapGet("/commands/{id}", (string id) => Results.Text(hub.Commands.Outcome(id) ?? "no answer yet"))
            .WithSummary("What the site made of a command.").Produces<string>(200, Words);
        api.MapPost("/owners/{owner}/tokens", (string owner) => Results.Text(new ApiTokens(hub.Database, null).Create(owner)))
            .WithSummary("A new token for an owner; it is shown once.").Produces<string>(200, Words);
        api.MapGet("/totals", (string? month) => hub.Totals.Read(month)).WithSummary("Sessions and minutes by home and visited site, of a month (yyyy-MM) or all.");
        api.MapGet("/sites", () => hub.Fleet.Sites()).WithSummary("All sites: who is online, what is owed, which blocks are not confirmed yet.");
        app.MapGet("/", () => Results.Content(HubPage.Render(hub.Fleet.Sites(), hub.Totals.Read(null), hub.Fleet.Alerts()), "text/html; charset=utf-8")).ExcludeFromDescription();
    }

    private static void MapDirectory(RouteGroupBuilder directory, HubHost hub)
    {
        directory.MapPut("/members", (Member member) => Change(hub, () => hub.Directory.Put(member))).WithSummary("Enters a member, or changes one.");
        directory.MapPut("/cards", (Card card) => Change(hub, () => hub.Directory.Put(card))).WithSummary("Enters a badge, or changes one; its number is kept keyed only.");
        directory.MapPut("/bookings", (Reservation booking) => Change(hub, () => hub.Directory.Put(booking), booking.Site)).WithSummary("Enters a booking, or changes one; the site has it before this is answered.");
        directory.MapDelete("/bookings/{id}", (string id) => Change(hub, () => Found(hub.Directory.RemoveBooking(id), "no such booking"))).WithSummary("Takes a booking back.");
        directory.MapPut("/members/{holder}/blocked", (string holder) => Change(hub, () => Found(hub.Directory.SetBlocked(holder, true) > 0, "the holder has no card")))
            .WithSummary("Blocks every badge of a holder, at every site.");
        directory.MapDelete("/members/{holder}/blocked", (string holder) => Change(hub, () => Found(hub.Directory.SetBlocked(holder, false) > 0, "the holder has no card")))
            .WithSummary("Unblocks every badge of a holder.");
        directory.MapPut("/sites/{id}", (string id, string name, string? publicKey) => Change(hub, () => hub.Directory.PutSite(id, name, publicKey))).WithSummary("Enters a site, or changes its name or key.");
    }

    private static void MapImports(RouteGroupBuilder import, HubHost hub)
    {
        import.MapPost("/members", (HttpRequest request) => Import(hub, request, text => new CsvImport(hub.Directory).Members(new StringReader(text))))
            .WithSummary("Members from CSV.").Accepts<string>("text/csv");
        import.MapPost("/bookings", (HttpRequest request) => Import(hub, request, text => new CsvImport(hub.Directory).Bookings(new StringReader(text))))
            .WithSummary("Bookings from CSV.").Accepts<string>("text/csv");
        import.MapPost("/calendar/{site}", (string site, HttpRequest request) => Import(hub, request, text => new CalendarImport(hub.Directory).Bookings(site, text)))
            .WithSummary("Bookings of a site from iCalendar.").Accepts<string>("text/calendar");
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

    // What concerns one site goes to that one at once, however many there are.
    private static async Task<IResult> Change(HubHost hub, Action change, string? site = null)
    {
        try
        {
            change();
        }
        catch (DirectoryException error)
        {
            return Results.Text(error.Message, statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        await (site is null ? hub.PublishAsync() : hub.PublishAsync(site));
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
