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
    private readonly Dictionary<string, string> _sent = [];

    public async Task WriteAsync(HttpContext context)
    {
        var gone = context.RequestAborted;
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        await using var changes = views.Changes(gone).GetAsyncEnumerator(gone);
        try
        {
            for (var next = changes.MoveNextAsync().AsTask(); await BeatUntilAsync(next, context.Response, gone); next = changes.MoveNextAsync().AsTask())
            {
                await SendAsync(changes.Current, context.Response, gone);
            }
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The page was closed; there is nobody to tell.
        }
    }

    private async Task<bool> BeatUntilAsync(Task<bool> next, HttpResponse response, CancellationToken gone)
    {
        while (await Task.WhenAny(next, Task.Delay(Heartbeat, time, gone)) != next)
        {
            await response.WriteAsync("event: beat\ndata: 1\n\n", gone);
            await response.Body.FlushAsync(gone);
        }

        return await next;
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
