using System.Net;

namespace EdgeNode.Worker;

/// <summary>screen: the address at which the page is served, and the plan of the site.</summary>
internal static class ScreenSection
{
    private static readonly Uri Usual = new("http://127.0.0.1:8460");

    public static (Uri Listen, string? PlanFile) Read(MapReader root)
    {
        string? plan = null;
        var listen = root.Optional("screen").Map("screen section", map =>
        {
            plan = Files.Path(map.Optional("plan"));
            return Listen(map.Optional("listen"));
        });
        return (listen ?? Usual, plan);
    }

    private static Uri Listen(Field field)
    {
        var text = field.Text();
        if (text is null)
        {
            return Usual;
        }

        // A host name is refused because a web server would then listen on every address of the machine.
        if (Uri.TryCreate(text, UriKind.Absolute, out var url)
            && url is { Scheme: "http" or "https", PathAndQuery: "/", Fragment: "", UserInfo: "", Port: > 0 }
            && (url.Host == "localhost" || IPAddress.TryParse(url.DnsSafeHost, out _)))
        {
            if (url.Scheme == "http" && !url.IsLoopback)
            {
                field.Fail($"{Quoted.Text(text)} would send passwords readable over the network", $"write listen: https{text[4..]}; the node makes its own certificate");
            }

            return url;
        }

        field.Fail(
            $"{Quoted.Text(text)} is no address to listen at; it must be http:// or https://, an IP address or localhost, a colon and a port",
            "write for example listen: http://127.0.0.1:8460");
        return Usual;
    }
}
