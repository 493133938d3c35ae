using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(EdgeNode.Screen.Tests.Chrome))]

namespace EdgeNode.Screen.Tests;

/// <summary>The one browser of all tests.</summary>
public sealed class Chrome : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(30_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] });
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    /// <summary>A browser of its own: nobody is signed in.</summary>
    public Task<IBrowserContext> NewAsync(string locale = "en-BE", int width = 1280, bool script = true) =>
        _browser.NewContextAsync(new() { Locale = locale, ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = script });
}
