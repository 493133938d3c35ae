using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using EdgeNode.Core;
using Microsoft.Playwright;
using Xunit;

namespace EdgeNode.Screen.Tests;

/// <summary>What must hold on every page in every language; each is also drawn into a folder beside the tests, to be looked at.</summary>
public sealed class EveryPageTests(Chrome chrome)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    private static readonly (string Name, int Width)[] Devices = [("phone", 390), ("tablet", 820), ("desk", 1280)];

    private static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "screens");

    [Theory]
    [InlineData("fr-BE")]
    [InlineData("nl-BE")]
    [InlineData("en-BE")]
    public async Task Axe_finds_nothing_on_any_page_and_nothing_is_cut(string locale)
    {
        await using var screen = await ScreenOfTests.StartAsync();
        screen.Views.Change(Sample.View("Liège Guillemins") with { Feed = [.. Busy()] });
        screen.Call = screen.Call with { AlarmSince = Sample.Noon.AddMinutes(-2) };
        screen.Plan = new(FloorPlan.Read(PlanTests.Drawing), false);
        await using var browser = await chrome.NewAsync(locale);
        var page = await screen.OpenAsync(browser, "/");
        foreach (var path in (string[])[.. Pages.OfManager, "/doors/street/OpenFor", "/incidents/3", "/refused/2"])
        {
            await page.SetViewportSizeAsync(1280, 900);
            await page.GotoAsync(new Uri(screen.Address, path).ToString());
            var found = await page.RunAxe(Rules);
            Assert.Empty(found.Violations.Select(one => $"{path} {one.Id}: {one.Help}: {string.Join("; ", one.Nodes.Select(node => node.Html))}"));
            foreach (var (device, width) in Devices)
            {
                await page.SetViewportSizeAsync(width, 900);
                Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{path} on a {device}");
                await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{path.Trim('/').Replace('/', '-')}-{locale[..2]}-{device}.png"), FullPage = true });
            }
        }
    }

    /// <summary>A feed with something to see to, to undo and to forgive.</summary>
    internal static IEnumerable<FeedItem> Busy()
    {
        JournalFact.AccessDenied passed = new(new("street-in"), DenyReason.PassedBack, [DenyReason.PassedBack, DenyReason.TooEarly], Sample.Noon.AddHours(1), 1) { Who = new(new("holder-1"), null) };
        JournalFact[] facts =
        [
            new JournalFact.DoorCommanded(new("street"), DoorCommand.Unlock, CommandSource.Screen, true, DoorMode.Locked, DoorMode.Unlocked) { Reason = CommandReason.Event, Seconds = 1800 },
            new JournalFact.DoorAlarmChanged(new("street"), DoorAlarm.DoorForcedOpen),
            passed,
            new JournalFact.AccessDenied(new("street-in"), DenyReason.TooEarly, [DenyReason.TooEarly], Sample.Noon.AddHours(1), 1),
        ];
        return facts.Select((fact, index) => new FeedItem(facts.Length - index, Sample.Noon.AddMinutes(-index), ClockTrust.Trusted, fact, "Street") { Door = new("street") });
    }
}
