using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace EdgeNode.Screen;

/// <summary>
/// One server-sent-events stream of one page: each region that changed, as markup. A slow page misses pictures in between, never the
/// latest; nothing is queued for it. It ends when its sign-in does, or its right to the page.
/// </summary>
internal sealed class ViewStream(ScreenRequest request, CancellationToken ending) : IResult
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    // A burst of changes is one picture; people read no faster.
    private static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(200);
    private readonly ScreenParts _parts = request.Parts;
    private readonly LivePage _page = LivePage.Of(request.Context.Request.Query["page"]);
    private readonly Dictionary<string, string> _sent = [];

    /// <summary>Writes until the page is closed, may be seen no more, or the program ends.</summary>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, ending);
        var gone = either.Token;
        httpContext.Response.ContentType = "text/event-stream";
        try
        {
            while (true)
            {
                var changed = Task.WhenAny(_parts.Views.Changed, _parts.Accounts.Changed, _parts.Musters.Changed, _parts.Notes.Changed);
                var viewer = _parts.Accounts.Find(SignInCookie.Read(httpContext));
                if (viewer is null || !viewer.May(_page.Asks))
                {
                    await WriteAsync(httpContext.Response, "event: ended\ndata: 1\n\n", gone);
                    return;
                }

                await SendAsync(_parts.WithPeople(request.Sight with { View = _parts.Views.Current, Viewer = viewer, Notes = _parts.Notes.All, Plan = _parts.Plan() }), httpContext.Response, gone);
                await BeatUntilAsync(changed, httpContext.Response, gone);
                await Task.Delay(Calm, _parts.Time, gone);
            }
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The page was closed, or the program ends: an open page would hold it up.
        }
    }

    private async Task BeatUntilAsync(Task changed, HttpResponse response, CancellationToken gone)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(gone);
        while (await Task.WhenAny(changed, Task.Delay(Heartbeat, _parts.Time, over.Token)) != changed)
        {
            gone.ThrowIfCancellationRequested();
            await WriteAsync(response, "event: beat\ndata: 1\n\n", gone);
        }

        await over.CancelAsync();
    }

    private async Task SendAsync(Sight sight, HttpResponse response, CancellationToken gone)
    {
        // Whoever may see names has the roll call in every open page, for when the node has no power any more.
        var changed = _page.Regions.Union(sight.Roll is null ? [] : LivePage.Roll.Regions).Prepend(LivePage.Head)
            .Select(region => (region.Id, Markup: region.Render(sight)))
            .Where(region => _sent.GetValueOrDefault(region.Id) != region.Markup)
            .ToDictionary(region => region.Id, region => region.Markup);
        if (changed.Count == 0)
        {
            return;
        }

        foreach (var (id, markup) in changed)
        {
            _sent[id] = markup;
        }

        var json = JsonSerializer.Serialize(changed, ScreenJson.Default.DictionaryStringString);
        await WriteAsync(response, string.Create(CultureInfo.InvariantCulture, $"id: {sight.View.Revision}\nevent: regions\ndata: {json}\n\n"), gone);
    }

    private static async Task WriteAsync(HttpResponse response, string text, CancellationToken gone)
    {
        await response.WriteAsync(text, gone);
        await response.Body.FlushAsync(gone);
    }
}
