using System.Globalization;
using EdgeNode.Demo;
using Xunit;

namespace EdgeNode.Simulation;

public class DemoProgramTests
{
    // What each button must show, and where. They are pressed in this order, as a visitor would.
    private static readonly (DemoCommand Command, string Region, string Words)[] Expected =
    [
        (DemoCommand.TapGood, "feed", "Street door: let in."),
        (DemoCommand.TapUnknown, "feed", "The badge is not known here."),
        (DemoCommand.TapExpired, "feed", "The badge’s validity is over."),
        (DemoCommand.TapTooEarly, "feed", "The booking opens this door from"),
        (DemoCommand.PressExit, "feed", "Street door: somebody goes out by the button."),
        (DemoCommand.PropDoor, "doors", "HELD OPEN"),
        (DemoCommand.ForceDoor, "doors", "FORCED OPEN"),
        (DemoCommand.SilenceSensor, "desks", "Desk 3 unknown"),
        (DemoCommand.SitOrLeave, "desks", "Desk 14 in use"),
        (DemoCommand.Network, "health", "Not connected to the network."),
        (DemoCommand.Network, "health", "Connected to the network."),
        (DemoCommand.Broker, "health", "Not connected to the network."),
        (DemoCommand.Broker, "health", "Connected to the network."),
        (DemoCommand.ClockAhead, "feed", "The clock jumped by 02:00:00"),
        (DemoCommand.ClockBack, "feed", "The clock jumped by -02:00:00"),
        (DemoCommand.PullPower, "feed", "The node has started."),
    ];

    [Fact]
    public async Task Every_button_does_what_it_says_and_Ctrl_C_ends_it_cleanly()
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bound.CancelAfter(TimeSpan.FromMinutes(3));
        var port = FreePort.Find();
        await using var demo = new RunningProgram("EdgeNode.Demo", "--speed", "60", "--seed", "1", "--port", port.ToString(CultureInfo.InvariantCulture));
        var code = await demo.WhenSaysAsync("/welcome?code=", bound.Token);
        await demo.WhenSaysAsync("Ctrl-C ends it.", bound.Token);

        var site = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
        using var visitor = new HttpClient { BaseAddress = site };
        using var page = await OpenPage.OpenAsync(site, code, bound.Token);
        Assert.Equal(Enum.GetValues<DemoCommand>(), Expected.Select(expected => expected.Command).Distinct().Order());
        foreach (var (command, region, words) in Expected)
        {
            using var pressed = await visitor.PostAsync(new Uri($"/demo/{command}", UriKind.Relative), null, bound.Token);
            Assert.True(pressed.IsSuccessStatusCode, $"{command}: {pressed.StatusCode}");
            await page.WhenShowsAsync(region, words, bound.Token);
        }

        Assert.Equal(0, await demo.InterruptAsync(bound.Token));
        Assert.Contains("The demo has ended; its files are gone.", demo.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("fail: ", demo.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("crit: ", demo.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", demo.Said, StringComparison.Ordinal);
    }
}
