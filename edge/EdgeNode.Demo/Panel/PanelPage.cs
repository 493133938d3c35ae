using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EdgeNode.Demo;

/// <summary>The page with the demo's buttons. Plain forms: no script.</summary>
internal static class PanelPage
{
    /// <summary>Where the page is.</summary>
    public const string Path = "/demo";

    /// <summary>Maps the page and its buttons.</summary>
    public static void MapPanel(this IEndpointRouteBuilder routes, LiveDemo demo)
    {
        routes.MapGet(Path, () => Results.Content(Render(demo), "text/html; charset=utf-8"));
        routes.MapGet(Path + "/panel.css", () => Results.Text(Css, "text/css"));
        routes.MapPost(Path + "/{command}", (string command) =>
        {
            if (!Enum.TryParse<DemoCommand>(command, ignoreCase: true, out var known) || !Enum.IsDefined(known))
            {
                return Results.NotFound();
            }

            demo.Do(known);
            return Results.Redirect(Path);
        }).DisableAntiforgery();
    }

    private static string Render(LiveDemo demo)
    {
        var encode = HtmlEncoder.Default;
        var page = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>EdgeNode demo</title>")
            .Append("<meta name=\"viewport\" content=\"width=device-width\"><link rel=\"stylesheet\" href=\"/demo/panel.css\"></head><body><main>")
            .Append("<h1>What shall happen?</h1><p>Watch it on <a href=\"/\" target=\"site\">the manager's page</a>.</p><div class=\"grid\">");
        foreach (var (command, key, label) in DemoKeys.All)
        {
            page.Append("<form method=\"post\" action=\"/demo/").Append(command).Append("\"><button>").Append(encode.Encode(label))
                .Append(" <kbd>").Append(encode.Encode(key.ToString())).Append("</kbd></button></form>");
        }

        page.Append("</div><h2>So far</h2><ol reversed>");
        foreach (var line in demo.Story)
        {
            page.Append("<li>").Append(encode.Encode(line)).Append("</li>");
        }

        return page.Append("</ol></main></body></html>").ToString();
    }

    private const string Css = """
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
        main { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
        .grid { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)) }
        button { width: 100%; min-height: 3rem; padding: .6rem .9rem; font: inherit; text-align: left; cursor: pointer;
          display: flex; justify-content: space-between; border: 1px solid #8886; border-radius: .6rem; background: canvas; color: canvastext }
        button:hover, button:focus-visible { outline: 3px solid #2f6fd0; outline-offset: 1px }
        kbd { font: inherit; opacity: .6 }
        """;
}
