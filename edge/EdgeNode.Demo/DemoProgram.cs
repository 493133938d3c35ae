using System.Globalization;
using EdgeNode.Screen;
using EdgeNode.Worker;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EdgeNode.Demo;

/// <summary>The demo from start to Ctrl-C.</summary>
internal static class DemoProgram
{
    // Monday morning, before anybody comes; a date of the story, not of today, so that the same seed is the same day.
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 7, 40, 0, TimeSpan.FromHours(1));

    public static async Task<int> RunAsync(DemoArguments arguments, TextWriter output, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("edgenode-demo-");
        var pagePort = arguments.Port ?? FreePort.Near(8460);
        var hubPort = FreePort.Near(8470);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddScreen(new(Path.Combine(folder.FullName, "form-keys")));
        builder.WebHost.UseUrls(Address(pagePort));
        await using var app = builder.Build();
        var logs = app.Services.GetRequiredService<ILoggerFactory>();
        try
        {
            await using var world = await World.StartAsync(
                new(arguments.Seed, Morning, folder.FullName, arguments.BrokerPort, hubPort), logs);
            world.PlayDays();
            var demo = new LiveDemo(world, arguments.Speed, TimeProvider.System);
            var screen = SiteScreen.Of(world.Configuration, demo.Views, demo.Send, new DemoNames(world), demo.RollCall) with { Links = [(PanelPage.Path, "Demo")], Loans = demo.Loans, Movements = demo.Movements };
            app.MapScreen(screen);
            app.MapPanel(demo);
            await app.StartAsync(CancellationToken.None);
            await TellAsync(output, arguments, $"{Address(pagePort)}/welcome?code={screen.Accounts.FirstRunCode}", pagePort, hubPort);
            using var keys = ConsoleKeys.Listen(demo);
            await demo.RunAsync(stop);
            await app.StopAsync(CancellationToken.None);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        await output.WriteLineAsync("The demo has ended; its files are gone.");
        return 0;
    }

    private static string Address(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    private static async Task TellAsync(TextWriter output, DemoArguments arguments, string welcome, int pagePort, int hubPort)
    {
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
            EdgeNode demo: one site, a broker and the hub. Seed {arguments.Seed}, {arguments.Speed} times as fast as life.

              the manager's page    {welcome}
              make things happen    {Address(pagePort)}{PanelPage.Path}
              the network's hub     {Address(hubPort)}/

            Keys: {string.Join("  ", DemoKeys.All.Select(known => $"{known.Key} {known.Label.ToLowerInvariant()}"))}
            Ctrl-C ends it.
            """));
        await output.FlushAsync(CancellationToken.None);
    }
}
