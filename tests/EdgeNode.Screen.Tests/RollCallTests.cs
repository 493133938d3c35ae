using System.Text;
using System.Text.RegularExpressions;
using EdgeNode.Core;
using Microsoft.Playwright;
using Xunit;

namespace EdgeNode.Screen.Tests;

public sealed partial class RollCallTests(Chrome chrome) : IAsyncLifetime
{
    private ScreenOfTests _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await ScreenOfTests.StartAsync();
        _server.Memory.Set(new("m-1"), "Nora Invented");
        _server.Memory.Set(new("m-2"), "<b>Bold</b> Invented");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("fr-BE", "Qui est présent ?", "3 entrés par badge, dont 1 vus à une porte dans la dernière heure ; 2 bureaux occupés.")]
    [InlineData("nl-BE", "Wie is er?", "3 met badge binnengekomen, van wie 1 het laatste uur aan een deur gezien; 2 bureaus in gebruik.")]
    [InlineData("en-BE", "Who is in?", "3 tapped in, 1 of them seen at a door in the last hour; 2 desks in use.")]
    public async Task One_key_opens_it_from_the_home_page_and_it_says_how_sure_it_is(string locale, string heading, string sure)
    {
        await using var browser = await chrome.NewAsync(locale);
        var page = await _server.OpenAsync(browser, "/");
        await page.Keyboard.PressAsync("r");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = heading })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText(sure)).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("<b>Bold</b> Invented")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_key_can_be_switched_off_and_types_a_letter_in_a_field()
    {
        await using var browser = await chrome.NewAsync();
        var page = await _server.OpenAsync(browser, "/accounts");
        await page.Locator("input[name=name]").First.FocusAsync();
        await page.Keyboard.PressAsync("r");
        await Assertions.Expect(page.Locator("input[name=name]").First).ToHaveValueAsync("r");
        await page.GetByRole(AriaRole.Button, new() { Name = "Key R: roll call" }).ClickAsync();
        await page.Locator("h1").First.ClickAsync();
        await page.Keyboard.PressAsync("r");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/accounts$"));
    }

    [Fact]
    public async Task What_one_phone_marks_in_an_alarm_is_seen_on_the_other_at_once()
    {
        _server.Call = _server.Call with { AlarmSince = new DateTimeOffset(2026, 3, 2, 11, 58, 0, TimeSpan.FromHours(1)) };
        await using var one = await chrome.NewAsync(width: 390);
        await using var other = await chrome.NewAsync(width: 390);
        var first = await _server.OpenAsync(one, "/roll-call");
        var second = await _server.OpenAsync(other, "/roll-call");
        await Assertions.Expect(first.GetByText("FIRE ALARM since 11:58")).ToBeVisibleAsync();
        await Assertions.Expect(first.GetByText("3 of 4 still missing")).ToBeVisibleAsync();
        await first.GetByRole(AriaRole.Button, new() { Name = "Safe Nora Invented", Exact = true }).ClickAsync();
        await Assertions.Expect(second.GetByText("2 of 4 still missing")).ToBeVisibleAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "Safe <b>Bold</b> Invented", Exact = true }).ClickAsync();
        await Assertions.Expect(first.GetByText("1 of 4 still missing")).ToBeVisibleAsync();
        await first.GetByRole(AriaRole.Button, new() { NameRegex = new("^Safe at .* take back Nora Invented") }).ClickAsync();
        await Assertions.Expect(second.GetByText("2 of 4 still missing")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_drill_is_begun_marked_and_ended_without_script_and_moves_no_door()
    {
        await using var browser = await chrome.NewAsync(script: false);
        var page = await _server.OpenAsync(browser, "/roll-call");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin a drill" }).ClickAsync();
        await Assertions.Expect(page.GetByText("DRILL since")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Safe Nora Invented", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("2 of 4 still missing")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "End the drill" }).ClickAsync();
        await Assertions.Expect(page.GetByText("DRILL since")).ToBeHiddenAsync();
        Assert.Empty(_server.Sent);
    }

    [Fact]
    public async Task A_name_that_is_missing_is_given_on_the_spot()
    {
        await using var browser = await chrome.NewAsync();
        var page = await _server.OpenAsync(browser, "/roll-call");
        var line = page.Locator("li", new() { HasText = "reference m-3" });
        await line.GetByLabel("Name").FillAsync("Omar Invented");
        await line.GetByRole(AriaRole.Button, new() { Name = "Keep the name" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Omar Invented")).ToBeVisibleAsync();
        Assert.Equal("Omar Invented", _server.Memory.Find(new("m-3")));
    }

    [Fact]
    public async Task A_press_is_not_lost_when_news_comes_while_one_types_or_the_pointer_is_down()
    {
        await using var browser = await chrome.NewAsync();
        await using var another = await chrome.NewAsync();
        var page = await _server.OpenAsync(browser, "/roll-call");
        var other = await _server.OpenAsync(another, "/roll-call");
        var line = page.Locator("li", new() { HasText = "reference m-3" });
        await line.GetByLabel("Name").FillAsync("Omar Invented");
        await NewsAsync("Bold the First");
        await line.GetByRole(AriaRole.Button, new() { Name = "Keep the name" }).HoverAsync();
        await page.Mouse.DownAsync();
        await NewsAsync("Bold the Second");
        await page.Mouse.UpAsync();
        await Assertions.Expect(page.GetByText("Omar Invented")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Bold the Second")).ToBeVisibleAsync();

        async Task NewsAsync(string name)
        {
            _server.Musters.Name(new("m-2"), name);
            await Assertions.Expect(other.GetByText(name)).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task The_last_copy_stays_in_the_tab_when_the_node_has_no_power()
    {
        await using var browser = await chrome.NewAsync();
        var page = await browser.NewPageAsync();
        var arrived = page.WaitForResponseAsync(answer => answer.Url.Contains("/events", StringComparison.Ordinal));
        await browser.AddCookiesAsync([new() { Name = "edgenode", Value = _server.SignedIn(Role.Manager), Url = _server.Address.ToString() }]);
        await page.GotoAsync(_server.Address.ToString());
        await arrived;
        _server.Views.Change(Sample.View("Has The Copy"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Has The Copy" })).ToBeVisibleAsync();
        await _server.StopAsync();
        await page.Keyboard.PressAsync("r");
        await Assertions.Expect(page.GetByText("Nora Invented").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("What you see is old")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task It_prints_on_A4_with_a_box_for_each_person_and_without_buttons()
    {
        await using var browser = await chrome.NewAsync();
        var page = await _server.OpenAsync(browser, "/roll-call");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.GetByText("Nora Invented")).ToBeVisibleAsync();
        Assert.Empty(await page.Locator("button:visible, input:visible, nav:visible").AllAsync());
        Assert.Equal("\"☐\"", await page.Locator(".roll li").First.EvaluateAsync<string>("line => getComputedStyle(line, '::after').content"));
        var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Equal(["595 842"], MediaBox().Matches(pdf).Select(box => $"{Points(box, 1)} {Points(box, 2)}").Distinct());
    }

    [Fact]
    public async Task Whoever_may_see_no_names_gets_none_not_even_in_the_stream()
    {
        await using var browser = await chrome.NewAsync();
        _server.SignedIn(Role.Manager);
        var page = await _server.OpenAsync(browser, "/", Role.Installer);
        await page.Keyboard.PressAsync("r");
        await Assertions.Expect(page).ToHaveURLAsync(_server.Address.ToString());
        var stream = await page.EvaluateAsync<string>("fetch('/events?page=roll').then(answer => answer.body.getReader().read()).then(part => new TextDecoder().decode(part.value))");
        Assert.Contains("ended", stream, StringComparison.Ordinal);
        Assert.DoesNotContain("Invented", await page.EvaluateAsync<string>("fetch('/events?page=home').then(answer => answer.body.getReader().read()).then(part => new TextDecoder().decode(part.value))"), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]")]
    private static partial Regex MediaBox();

    private static double Points(Match box, int side) => Math.Round(double.Parse(box.Groups[side].Value, System.Globalization.CultureInfo.InvariantCulture));
}
