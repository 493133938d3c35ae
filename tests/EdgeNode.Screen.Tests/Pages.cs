namespace EdgeNode.Screen.Tests;

/// <summary>The pages of a manager, for what must hold on each.</summary>
internal static class Pages
{
    public static IEnumerable<string> OfManager => ScreenEndpoints.Endpoints(CancellationToken.None)
        .Where(endpoint => endpoint is { Method: "GET", Pattern: not ("/events" or "/healthz" or "/roll-call.csv" or "/free-desks" or "/authority.pem" or "/plan.svg") } && !endpoint.Pattern.Contains('{', StringComparison.Ordinal))
        .Select(endpoint => endpoint.Pattern);
}
