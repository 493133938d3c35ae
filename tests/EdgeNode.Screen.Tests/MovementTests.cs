using System.Net;
using EdgeNode.Core;
using Microsoft.Playwright;
using Xunit;

namespace EdgeNode.Screen.Tests;

public sealed class MovementTests(Chrome chrome) : IAsyncLifetime
{
    private static readonly HolderRef Person = new("m-1");
    private ScreenOfTests _screen = null!;

    public async ValueTask InitializeAsync()
    {
        _screen = await ScreenOfTests.StartAsync();
        var personal = new Personal(Person, null);
        _screen.Ways[Person] =
        [
            Item(31, new JournalFact.AccessTaken(new("street"), Direction.In) { Who = personal }, -60),
            Item(30, new JournalFact.Duress(new("street-in")) { Who = personal }, -61),
        ];
    }

    public ValueTask DisposeAsync() => _screen.DisposeAsync();

    [Theory]
    [InlineData("fr-BE", "Regarder", "passage effectué")]
    [InlineData("nl-BE", "Bekijken", "doorgegaan")]
    [InlineData("en-BE", "Look", "went through")]
    public async Task Movements_are_shown_only_once_the_journal_holds_who_looks_and_why(string locale, string button, string words)
    {
        await using var browser = await chrome.NewAsync(locale);
        var page = await _screen.OpenAsync(browser, "/movements", Role.Auditor);
        var auditor = _screen.Accounts.All.Single().Ref;
        await page.Locator("input[name=reference]").FillAsync("m-1");
        await page.Locator("select[name=reason]").SelectOptionAsync("Bill");
        await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync(),
            answer => answer.Request.Method == "GET" && answer.Url.EndsWith("/movements", StringComparison.Ordinal));
        Assert.Equal([new SiteEvent.MovementsAsked(Person, LookReason.Bill, auditor)], _screen.Sent);
        Assert.Equal(0, await page.Locator("#movements li").CountAsync());
        Show(auditor, 0);
        await Assertions.Expect(page.Locator("#movements li")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#movements li")).ToContainTextAsync(words);
    }

    [Fact]
    public async Task A_look_is_for_whoever_gave_the_reason_ends_after_ten_minutes_and_tells_no_entry_under_threat()
    {
        using var manager = _screen.Client(_screen.SignedIn(Role.Manager));
        using var auditor = _screen.Client(_screen.SignedIn(Role.Auditor));
        var by = _screen.Accounts.All.Single(account => account.Role == Role.Auditor).Ref;
        Show(by, -9.9);
        Assert.Contains("went through", await MovementsAsync(auditor), StringComparison.Ordinal);
        Assert.DoesNotContain("let in", await MovementsAsync(auditor), StringComparison.Ordinal);
        Assert.DoesNotContain("went through", await MovementsAsync(manager), StringComparison.Ordinal);
        Show(by, -10);
        Assert.DoesNotContain("went through", await MovementsAsync(auditor), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Bill", HttpStatusCode.BadRequest)]
    [InlineData("m-1", "", HttpStatusCode.BadRequest)]
    [InlineData("m-1", "curious", HttpStatusCode.BadRequest)]
    [InlineData("m-1", "1", HttpStatusCode.BadRequest)]
    [InlineData("A name", "Bill", HttpStatusCode.NotFound)]
    public async Task Without_a_person_whom_the_journal_knows_and_a_reason_nothing_is_asked(string reference, string reason, HttpStatusCode status)
    {
        using var client = _screen.Client(_screen.SignedIn(Role.Auditor));
        using var answer = await ScreenOfTests.PostAsync(client, "/movements", await ScreenOfTests.TokenAsync(client, "/movements"), ("reference", reference), ("reason", reason));
        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(_screen.Sent);
    }

    private static async Task<string> MovementsAsync(HttpClient client) =>
        (await client.GetStringAsync(new Uri("/movements", UriKind.Relative), TestContext.Current.CancellationToken)).Split("id=\"movements\"")[1];

    private static FeedItem Item(long sequence, JournalFact fact, double minutes) => new(sequence, Sample.Noon.AddMinutes(minutes), ClockTrust.Trusted, fact, "Street");

    private void Show(HolderRef by, double minutes) => _screen.Views.Change(_screen.Views.Current with
    {
        Feed = [Item(60, new JournalFact.MovementsSeen(by, LookReason.Bill) { Who = new(Person, null) }, minutes)],
    });
}
