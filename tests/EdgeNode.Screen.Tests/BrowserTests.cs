using EdgeNode.Core;
using Microsoft.Playwright;
using Xunit;

namespace EdgeNode.Screen.Tests;

public sealed class BrowserTests(Chrome chrome) : IAsyncLifetime
{
    private ScreenOfTests _server = null!;

    public async ValueTask InitializeAsync() => _server = await ScreenOfTests.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_change_at_the_site_appears_on_the_open_page()
    {
        var page = await OpenAsync(1280);
        await Assertions.Expect(page.GetByText("FORCED OPEN")).ToBeVisibleAsync();
        _server.Views.Change(Sample.View("Renamed Site"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Renamed Site" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_phone_shows_every_page_without_scrolling_sideways()
    {
        var page = await OpenAsync(390);
        foreach (var path in Pages.OfManager)
        {
            await page.GotoAsync(new Uri(_server.Address, path).ToString());
            Assert.Empty(await page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('body *:not(.skip)')].filter(e => Math.max(e.scrollWidth, e.getBoundingClientRect().right) > window.innerWidth)" +
                ".map(e => e.outerHTML.slice(0, 80) + ' is ' + e.scrollWidth + ' wide in ' + window.innerWidth)"));
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), path);
        }
    }

    [Fact]
    public async Task The_page_answers_without_script_and_loads_nothing_from_elsewhere()
    {
        await using var browser = await chrome.NewAsync("nl-BE", script: false);
        var requests = new List<string>();
        browser.Request += (_, request) => requests.Add(request.Url);
        var page = await _server.OpenAsync(browser, "/", Role.Viewer);
        await Assertions.Expect(page.GetByText("Hoe vol zijn we?")).ToBeVisibleAsync();
        Assert.Equal(Enum.GetValues<DeskStatus>().Length + 1, await page.Locator(".seat").CountAsync());
        Assert.All(requests, url => Assert.StartsWith(_server.Address.ToString(), url, StringComparison.Ordinal));
    }

    private async Task<IPage> OpenAsync(int width) => await _server.OpenAsync(await chrome.NewAsync(width: width), "/");
}
