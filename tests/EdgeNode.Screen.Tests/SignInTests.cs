using Microsoft.Playwright;
using Xunit;

namespace EdgeNode.Screen.Tests;

public sealed class SignInTests(Chrome chrome)
{
    [Theory]
    [InlineData("fr-BE", "Sommes-nous complets ?", "Déconnecter")]
    [InlineData("nl-BE", "Hoe vol zijn we?", "afmelden")]
    [InlineData("en-BE", "How full are we?", "Sign Reception out")]
    public async Task The_first_manager_sets_a_password_by_keyboard_signs_out_and_in_again(string locale, string heading, string leave)
    {
        await using var screen = await ScreenOfTests.StartAsync();
        await using var browser = await chrome.NewAsync(locale, script: false);
        var page = await browser.NewPageAsync();
        await page.GotoAsync(new Uri(screen.Address, $"/welcome?code={screen.Accounts.FirstRunCode}").ToString());
        await page.Locator("input[name=name]").FocusAsync();
        await page.Keyboard.TypeAsync("Reception");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(ScreenOfTests.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(screen.Address.ToString());
        await Assertions.Expect(page.GetByText(heading)).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new(leave) }).ClickAsync();
        await page.Locator("input[name=name]").FillAsync("reception");
        await page.Locator("input[name=password]").FillAsync(ScreenOfTests.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(screen.Address.ToString());
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Brussels Canal" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_page_that_is_open_ends_with_its_sign_in_and_with_its_role()
    {
        await using var screen = await ScreenOfTests.StartAsync();
        screen.SignedIn(Role.Manager);
        await using var browser = await chrome.NewAsync();
        var page = await screen.OpenAsync(browser, "/", Role.Viewer);
        await Assertions.Expect(page.GetByText("FORCED OPEN")).ToBeVisibleAsync();
        screen.Accounts.TrySetRole(screen.Accounts.All.Single(account => account.Role == Role.Viewer).Ref, Role.Helper, []);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }
}
