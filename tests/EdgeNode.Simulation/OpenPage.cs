using System.Net;
using System.Text;
using System.Text.Json;
using EdgeNode.Worker.Tests;

namespace EdgeNode.Simulation;

/// <summary>A manager's page that stays open: the stream of its changes, as text without markup.</summary>
internal sealed class OpenPage : IDisposable
{
    private readonly ScreenVisitor _visitor;
    private readonly StreamReader _events;

    private OpenPage(ScreenVisitor visitor, StreamReader events) => (_visitor, _events) = (visitor, events);

    /// <summary>Signs in with the code in a line that the program said, and opens the page.</summary>
    public static async Task<OpenPage> OpenAsync(Uri site, string line, CancellationToken stop)
    {
        var visitor = new ScreenVisitor(site);
        await visitor.EnterAsync(ScreenVisitor.CodeIn(line) ?? throw new ArgumentException($"There is no code in: {line}", nameof(line)), stop);
        return new(visitor, await visitor.OpenAsync(stop));
    }

    /// <summary>Reads on until a region says these words; returns all of the region's text.</summary>
    public async Task<string> WhenShowsAsync(string region, string words, CancellationToken stop)
    {
        var last = "nothing";
        try
        {
            while (true)
            {
                var line = await _events.ReadLineAsync(stop) ?? throw new EndOfStreamException("The page's stream ended.");
                if (line.StartsWith("data: {", StringComparison.Ordinal) && JsonDocument.Parse(line[6..]).RootElement.TryGetProperty(region, out var markup))
                {
                    last = Text(markup.GetString()!);
                    if (last.Contains(words, StringComparison.Ordinal))
                    {
                        return last;
                    }
                }
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The {region} region never said \"{words}\". Last it said: {last}");
        }
    }

    public void Dispose()
    {
        _events.Dispose();
        _visitor.Dispose();
    }

    private static string Text(string markup)
    {
        var text = new StringBuilder();
        var inTag = false;
        foreach (var character in markup)
        {
            inTag = character == '<' || (inTag && character != '>');
            text.Append(inTag ? "" : character == '>' ? " " : character.ToString());
        }

        return string.Join(' ', WebUtility.HtmlDecode(text.ToString()).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
