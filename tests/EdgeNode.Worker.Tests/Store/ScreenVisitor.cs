using System.Net;
using System.Text.RegularExpressions;

namespace EdgeNode.Worker.Tests;

/// <summary>Somebody in front of a site's screen, who stays signed in over restarts of the node.</summary>
internal sealed partial class ScreenVisitor : IDisposable
{
    private const string Password = "a long enough one";
    private readonly HttpClient _client;

    public ScreenVisitor(Uri site) => _client = new() { BaseAddress = site, Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The code in what a program says; null when it says none.</summary>
    public static string? CodeIn(string line) => Code().Match(line) is { Success: true } found ? found.Value : null;

    /// <summary>Sets name and password with a code, as a manager.</summary>
    public async Task EnterAsync(string code, CancellationToken stop)
    {
        var token = Token().Match(await _client.GetStringAsync(new Uri("welcome", UriKind.Relative), stop)).Groups[1].Value;
        using var form = new FormUrlEncodedContent(
            [KeyValuePair.Create("token", token), KeyValuePair.Create("code", code), KeyValuePair.Create("name", "reception"), KeyValuePair.Create("password", Password)]);
        using var answer = await _client.PostAsync(new Uri("welcome", UriKind.Relative), form, stop);
        if (answer.StatusCode != HttpStatusCode.OK || answer.RequestMessage!.RequestUri!.AbsolutePath != "/")
        {
            throw new InvalidOperationException($"The screen did not take the code: {answer.StatusCode} at {answer.RequestMessage?.RequestUri}.");
        }
    }

    /// <summary>The stream of the open home page.</summary>
    public async Task<StreamReader> OpenAsync(CancellationToken stop) => new(await _client.GetStreamAsync(new Uri("events?lang=en", UriKind.Relative), stop));

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex(@"\b[0-9A-Z]{5}-[0-9A-Z]{5}\b")]
    private static partial Regex Code();
}
