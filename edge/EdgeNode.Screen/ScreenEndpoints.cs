using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EdgeNode.Screen;

/// <summary>The site's screen: pages that work without script, one stream that keeps them fresh, their style and script.</summary>
public static class ScreenEndpoints
{
    /// <summary>Adds what the screen's forms need.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="keys">Folder of the keys that protect forms, so that a form outlives a restart.</param>
    public static void AddScreen(this IServiceCollection services, DirectoryInfo keys)
    {
        // It warns that the keys are not encrypted; their folder is its owner's alone, like every other key of the site.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        services.AddDataProtection().SetApplicationName("edgenode").PersistKeysToFileSystem(keys);
        services.AddAntiforgery(options =>
        {
            options.FormFieldName = "token";
            options.Cookie.Name = "form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    /// <summary>Maps the screen.</summary>
    public static void MapScreen(this IEndpointRouteBuilder routes, ScreenParts parts)
    {
        var gate = new Gate(parts, routes.ServiceProvider.GetRequiredService<IAntiforgery>());
        var ending = routes.ServiceProvider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        foreach (var endpoint in Endpoints(ending))
        {
            routes.MapMethods(endpoint.Pattern, [endpoint.Method], async context => await (await gate.AnswerAsync(context, endpoint)).ExecuteAsync(context)).WithMetadata(endpoint);
        }
    }

    internal static IEnumerable<Endpoint> Endpoints(CancellationToken ending) =>
    [
        .. LivePage.All.Select(page => Endpoint.Get(page.Path, page.Asks, request => Results.Content(
            page.Render(new(request.Parts.Links), request.Parts.WithPeople(request.Sight)), "text/html; charset=utf-8"))),
        Endpoint.Get("/events", Right.SeeSite, request => new ViewStream(request, ending)),
        Endpoint.Get("/assets/{name}", null, request => Asset.Find(request.Place("name")) is { } asset ? Results.Bytes(asset.Bytes, asset.Type) : Results.NotFound()) with { IsPage = false },
        Endpoint.Get("/healthz", null, _ => Results.Text("ok")) with { IsPage = false },
        Endpoint.Get("/authority.pem", null, request => request.Parts.Authority is { } authority ? Results.Text(authority(), "application/x-pem-file") : Results.NotFound()) with { IsPage = false },
        Endpoint.Get("/plan.svg", Right.SeeSite, PlanRegion.Background) with { IsPage = false },
        .. SignInPages.Endpoints,
        .. AccountPages.Endpoints,
        .. RollPages.Endpoints,
        .. WallPages.Endpoints,
        .. DoorPages.Endpoints,
        .. IncidentPages.Endpoints,
        .. RefusalPages.Endpoints,
        .. LoanPages.Endpoints,
        .. MovementPages.Endpoints,
    ];
}
