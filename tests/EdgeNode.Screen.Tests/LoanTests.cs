using System.Net;
using EdgeNode.Core;
using Microsoft.Playwright;
using Xunit;

namespace EdgeNode.Screen.Tests;

public sealed class LoanTests(Chrome chrome) : IAsyncLifetime
{
    private ScreenOfTests _screen = null!;

    public async ValueTask InitializeAsync()
    {
        _screen = await ScreenOfTests.StartAsync();
        _screen.Memory.Set(new("m-2"), "<i>Late</i>");
        _screen.Memory.Set(new("m-3"), "Booked");
    }

    public ValueTask DisposeAsync() => _screen.DisposeAsync();

    [Theory]
    [InlineData("fr-BE", "Booked : Desk 4, dès 13:00", "Prêter", "Pas rendu par <i>Late</i>", "Reprendre L2", "Perdu : bloquer L1")]
    [InlineData("nl-BE", "Booked: Desk 4, vanaf 13:00", "Uitlenen", "Niet teruggebracht door <i>Late</i>", "Innemen L2", "Verloren: blokkeren L1")]
    [InlineData("en-BE", "Booked: Desk 4, from 13:00", "Hand out", "Not given back by <i>Late</i>", "Take back L2", "Lost: block it L1")]
    public async Task A_badge_is_handed_out_for_a_booking_taken_back_and_blocked_without_script(string locale, string taker, string give, string late, string takeBack, string lose)
    {
        await using var browser = await chrome.NewAsync(locale, script: false);
        var page = await _screen.OpenAsync(browser, "/people");
        var by = _screen.Accounts.All.Single().Ref;
        await Assertions.Expect(page.Locator(".cards li").First).ToContainTextAsync(late);
        await page.Locator("select[name=taker]").SelectOptionAsync(new SelectOptionValue { Label = taker });
        foreach (var button in (string[])[give, takeBack, lose])
        {
            await page.RunAndWaitForResponseAsync(
                () => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync(),
                answer => answer.Request.Method == "GET" && answer.Url.EndsWith("/people", StringComparison.Ordinal));
        }

        Assert.Equal(
            [new SiteEvent.LoanGiven(new("L7"), new("m-3"), new BookingId("b-3"), by), new SiteEvent.LoanReturned(new("L2"), by), new SiteEvent.LoanLost(new("L1"), by)],
            _screen.Sent);
    }

    [Theory]
    [InlineData("/people/loan", "L7", "m-9 ", "")]
    [InlineData("/people/loan", "L7", "", " ")]
    [InlineData("/people/loan", "L1", "staff-1 ", "")]
    [InlineData("/people/loan", "", "staff-1 ", "")]
    [InlineData("/people/loan/returned", "L7", "", "")]
    [InlineData("/people/loan/lost", "L7", "", "")]
    public async Task Only_a_badge_that_is_there_goes_to_somebody_who_is_listed_or_named(string path, string badge, string taker, string reference)
    {
        using var client = _screen.Client(_screen.SignedIn(Role.Manager));
        using var answer = await ScreenOfTests.PostAsync(client, path, await ScreenOfTests.TokenAsync(client, "/people"), ("badge", badge), ("taker", taker), ("reference", reference));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(_screen.Sent);
    }

    [Fact]
    public async Task A_reference_that_somebody_writes_counts_before_the_list_and_has_the_badge_for_the_day()
    {
        using var client = _screen.Client(_screen.SignedIn(Role.Manager));
        using var answer = await ScreenOfTests.PostAsync(client, "/people/loan", await ScreenOfTests.TokenAsync(client, "/people"), ("badge", "L7"), ("taker", "m-3 b-3"), ("reference", " m-12 "));
        Assert.Equal(new SiteEvent.LoanGiven(new("L7"), new("m-12"), null, _screen.Accounts.All.Single().Ref), Assert.Single(_screen.Sent));
    }

    [Fact]
    public async Task Who_may_see_people_but_open_no_door_hands_nothing_out()
    {
        using var client = _screen.Client(_screen.SignedIn(Role.Helper, null, Right.SeePeople));
        var page = await client.GetStringAsync(new Uri("/people", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("&lt;i&gt;Late&lt;/i&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/people/loan", page, StringComparison.Ordinal);
    }
}
