using EdgeNode.Core;
using Microsoft.AspNetCore.Http;

namespace EdgeNode.Screen;

/// <summary>A request that has passed the gate.</summary>
/// <param name="Context">The request.</param>
/// <param name="Sight">Who looks at what.</param>
/// <param name="Parts">What the screen works with.</param>
/// <param name="Form">What a form brought; empty otherwise.</param>
internal sealed record ScreenRequest(HttpContext Context, Sight Sight, ScreenParts Parts, IFormCollection Form)
{
    public Phrases Phrases => Sight.Phrases;

    /// <summary>Who asks; only where the endpoint asks for a right.</summary>
    public HolderRef By => Sight.Viewer?.Ref ?? throw new InvalidOperationException("An endpoint that needs somebody signed in must ask for a right.");

    /// <summary>Where from, for the limit on guesses: an IPv6 subscriber has 64 bits of addresses.</summary>
    public string Address => Context.Connection.RemoteIpAddress switch
    {
        null => "local",
        { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } six => Convert.ToHexStringLower(six.GetAddressBytes()[..8]),
        var address => address.ToString(),
    };

    /// <summary>A part of the address's path; empty where there is none.</summary>
    public string Place(string name) => Context.Request.RouteValues[name]?.ToString() ?? "";

    /// <summary>A page that is not kept fresh.</summary>
    public IResult Page(string path, string title, Markup body, int status = StatusCodes.Status200OK) => Results.Content(
        new Shell(Parts.Links).Render(Sight, path, $"{title} · {(Sight.Viewer is null ? "EdgeNode" : Sight.View.Name)}", $"<h1>{new Markup().Text(title)}</h1>{body}", null),
        "text/html; charset=utf-8",
        statusCode: status);

    /// <summary>A page that says one thing, with the way back.</summary>
    public IResult Said(string key, int status) =>
        Page("/", Phrases[$"{key}.title"], new Markup().Element("p", null, Phrases[key]).Raw("<p>").Link("/", Phrases["page.back"]).Raw("</p>"), status);

    /// <summary>The same, once for a form however often it is sent.</summary>
    public IResult SentOnce(SiteEvent @event, string form, string page)
    {
        if (!Parts.Forms.TryFollow(form))
        {
            return Results.Redirect(page);
        }

        if (Parts.Send(@event))
        {
            return Results.Redirect(page);
        }

        Parts.Forms.Forget(form);
        return Said("error.busy", StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Hands an event to the site, then shows a page: the journal says there what came of it.</summary>
    public IResult Sent(SiteEvent @event, string page) =>
        Parts.Send(@event) ? Results.Redirect(page) : Said("error.busy", StatusCodes.Status503ServiceUnavailable);
}
