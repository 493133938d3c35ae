using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Xunit;

namespace EdgeNode.Screen.Tests;

public sealed class AxeTests(Chrome chrome)
{
    private static readonly AxeRunOptions Rules = new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } };

    [Theory]
    [InlineData("fr-BE")]
    [InlineData("nl-BE")]
    [InlineData("en-BE")]
    public async Task No_page_keeps_anybody_out(string locale)
    {
        await using var screen = await ScreenOfTests.StartAsync();
        screen.Call = screen.Call with { AlarmSince = new DateTimeOffset(2026, 3, 2, 11, 58, 0, TimeSpan.FromHours(1)) };
        await using var browser = await chrome.NewAsync(locale);
        var page = await screen.OpenAsync(browser, "/");
        foreach (var path in Pages.OfManager)
        {
            await page.GotoAsync(new Uri(screen.Address, path).ToString());
            await page.ScreenshotAsync(new() { Path = Picture(locale, path), FullPage = true });
            var found = await page.RunAxe(Rules);
            Assert.True(found.Violations.Length == 0, string.Join("; ", found.Violations.Select(violation => $"{path}: {violation.Id} {violation.Nodes[0].Html}")));
        }
    }

    // Beside the tests, for whoever wants to look; never committed.
    private static string Picture(string locale, string path) => Path.Combine(AppContext.BaseDirectory, "screens", $"{locale}{path.Replace('/', '-')}.png");
}
