using System.Globalization;
using System.Text.Json;
using EdgeNode.Core;
using Microsoft.AspNetCore.Http;

namespace EdgeNode.Screen;

/// <summary>
/// One server-sent-events stream of one page: each region that changed, as markup. A slow page misses pictures in between, never the
/// latest; nothing is queued for it.
/// </summary>
internal sealed class ViewStream(ISiteViews views, Phrases phrases, TimeProvider time)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    // A burst of changes is one picture; people read no faster.
    private static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(200);
    private readonly Dictionary<string, string> _sent = [];

    /// <summary>Writes until the page is closed or the program ends.</summary>
    public async Task WriteAsync(HttpContext context, CancellationToken ending)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, ending);
        var gone = either.Token;
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            while (true)
            {
                var changed = views.Changed;
                await SendAsync(views.Current, context.Response, gone);
                await BeatUntilAsync(changed, context.Response, gone);
                await Task.Delay(Calm, time, gone);
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
        while (await Task.WhenAny(changed, Task.Delay(Heartbeat, time, over.Token)) != changed)
        {
            gone.ThrowIfCancellationRequested();
            await response.WriteAsync("event: beat\ndata: 1\n\n", gone);
            await response.Body.FlushAsync(gone);
        }

        await over.CancelAsync();
    }

    private async Task SendAsync(SiteView view, HttpResponse response, CancellationToken gone)
    {
        var changed = Regions.All
            .Select(region => (region.Id, Markup: region.Render(view, phrases)))
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

        var json = JsonSerializer.Serialize(changed, RegionJson.Default.DictionaryStringString);
        await response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"id: {view.Revision}\nevent: regions\ndata: {json}\n\n"), gone);
        await response.Body.FlushAsync(gone);
    }
}
