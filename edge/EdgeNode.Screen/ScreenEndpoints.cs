using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EdgeNode.Screen;

/// <summary>Maps the manager's page.</summary>
public static class ScreenEndpoints
{
    /// <summary>Maps the page over a source of pictures.</summary>
    public static void MapScreen(this IEndpointRouteBuilder routes, ISiteViews views) => routes.MapGet("/", () => Results.Text(views.Current.Name));
}
