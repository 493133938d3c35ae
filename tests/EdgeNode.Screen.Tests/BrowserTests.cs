using EdgeNode.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Xunit;

namespace EdgeNode.Screen.Tests;

public sealed class BrowserTests : IAsyncLifetime
{
    private readonly Sample _views = new();
    private WebApplication _app = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapScreen(_views, TimeProvider.System);
        await _app.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] });
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_change_at_the_site_appears_on_the_open_page()
    {
        var page = await OpenAsync(1280);
        await Assertions.Expect(page.GetByText("FORCED OPEN")).ToBeVisibleAsync();
        _views.Change(Sample.View("Renamed Site"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Renamed Site" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_phone_shows_everything_without_scrolling_sideways()
    {
        var page = await OpenAsync(390);
        Assert.Empty(await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('*')].filter(e => Math.max(e.scrollWidth, e.getBoundingClientRect().right) > window.innerWidth)" +
            ".map(e => e.outerHTML.slice(0, 80) + ' is ' + e.scrollWidth + ' wide in ' + window.innerWidth)"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
    }

    [Fact]
    public async Task The_page_answers_without_script_and_loads_nothing_from_elsewhere()
    {
        var context = await _browser.NewContextAsync(new() { JavaScriptEnabled = false, Locale = "nl-BE" });
        var page = await context.NewPageAsync();
        var requests = new List<string>();
        page.Request += (_, request) => requests.Add(request.Url);
        await page.GotoAsync(_app.Urls.First());
        await Assertions.Expect(page.GetByText("Hoe vol zijn we?")).ToBeVisibleAsync();
        Assert.Equal(Enum.GetValues<DeskStatus>().Length + 1, await page.Locator(".seat").CountAsync());
        Assert.All(requests.Where(url => !url.StartsWith("data:", StringComparison.Ordinal)), url => Assert.StartsWith(_app.Urls.First(), url, StringComparison.Ordinal));
    }

    private async Task<IPage> OpenAsync(int width)
    {
        var page = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, Locale = "en-BE" });
        await page.GotoAsync(_app.Urls.First(), new() { WaitUntil = WaitUntilState.Load });
        return page;
    }
}
