using System.Net;
using Microsoft.Playwright;
using Xunit;

namespace EdgeNode.Screen.Tests;

public sealed class WallTests(Chrome chrome) : IAsyncLifetime
{
    private ScreenOfTests _server = null!;

    public async ValueTask InitializeAsync() => _server = await ScreenOfTests.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_sites_authority_is_given_to_whoever_is_to_trust_it()
    {
        using var client = _server.Client();
        Assert.Equal("the authority", await client.GetStringAsync(new Uri("/authority.pem", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_link_shows_the_wall_until_it_is_revoked_and_nothing_that_needs_more_than_looking()
    {
        await using var desk = await chrome.NewAsync();
        var manager = await _server.OpenAsync(desk, "/accounts");
        await manager.GetByLabel("Name", new() { Exact = true }).Last.FillAsync("Entrance");
        await manager.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        var link = await manager.Locator("main p.badge").InnerTextAsync();
        await using var wall = await chrome.NewAsync();
        var page = await wall.NewPageAsync();
        await page.GotoAsync(link);
        await Assertions.Expect(page.GetByText("How full are we?")).ToBeVisibleAsync();
        Assert.Empty(await page.Locator("nav:visible").AllAsync());
        _server.Views.Change(Sample.View("Renamed Site"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Renamed Site" })).ToBeVisibleAsync();
        Assert.Equal(403, (await page.GotoAsync(new Uri(_server.Address, "/roll-call").ToString()))!.Status);
        await page.GotoAsync(new Uri(_server.Address, "/wall/mono").ToString());
        await Assertions.Expect(page.GetByText("How full are we?")).ToBeVisibleAsync();
        Assert.True(_server.Accounts.TryRemove(_server.Accounts.All.Single(account => account.Name == "Entrance").Ref));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
        Assert.Equal(404, (await page.GotoAsync(link))!.Status);
    }

    [Fact]
    public void A_link_takes_no_name_of_somebody_and_no_password_opens_its_account()
    {
        _server.SignedIn(Role.Manager);
        Assert.Null(_server.Accounts.Link("manager"));
        var first = _server.Accounts.Link("Entrance");
        Assert.Equal(Refusal.Wrong, _server.Accounts.Enter("Entrance", "", "a").Refusal);
        Assert.Equal(Role.Viewer, _server.Accounts.Find(first)!.Role);
        var second = _server.Accounts.Link("entrance");
        Assert.Null(_server.Accounts.Find(first));
        Assert.NotNull(_server.Accounts.Find(second));
    }

    [Fact]
    public async Task A_cookie_of_somebody_who_signed_in_is_no_link()
    {
        var cookie = _server.SignedIn(Role.Manager);
        using var client = _server.Client();
        using var answer = await client.GetAsync(new Uri($"/wall/by/{cookie}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData(0, "{\"atLeast\":0,\"atMost\":2}")]
    [InlineData(2, "{\"atLeast\":0,\"atMost\":2}")]
    [InlineData(3, "{\"atLeast\":3,\"atMost\":3}")]
    public async Task Anybody_may_have_the_number_of_free_desks_but_not_single_ones(int free, string answer)
    {
        var view = Sample.View("x");
        _server.Views.Change(view with { Desks = [.. Enumerable.Range(0, 5).Select(desk => new Core.DeskView(new($"d{desk}"), "D", desk < free ? Core.DeskStatus.Free : Core.DeskStatus.Unknown))] });
        using var client = _server.Client();
        using var response = await client.GetAsync(new Uri("/free-desks", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(answer, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("*", TimeSpan.FromSeconds(30)), (response.Headers.GetValues("Access-Control-Allow-Origin").Single(), response.Headers.CacheControl!.MaxAge));
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }
}
