using System.Security.Cryptography;
using EdgeNode.Hardware;
using EdgeNode.Screen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Logging;

namespace EdgeNode.Worker;

/// <summary>The program on the Pi: a node on the machine's own clocks and devices, and its page.</summary>
public static class NodeProgram
{
    /// <summary>Runs until cancelled or told to stop; returns the exit code.</summary>
    /// <param name="file">The configuration file.</param>
    /// <param name="configuration">What it says.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="HardwareMissingException">A device in the configuration is not there.</exception>
    public static async Task<int> RunAsync(string file, SiteConfiguration configuration, CancellationToken cancellation)
    {
        var notifier = new SystemdNotifier();
        var builder = WebApplication.CreateSlimBuilder();
        if (notifier.IsEnabled)
        {
            builder.Logging.AddSystemdConsole();
        }

        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.AddScreen(SiteScreen.FormKeys(configuration));
        builder.WebHost.UseUrls(configuration.ScreenListen.ToString());
        builder.WebHost.UseKestrelHttpsConfiguration();
        var certificates = SiteScreen.Certificates(configuration);
        builder.WebHost.ConfigureKestrel(server => server.ConfigureHttpsDefaults(https => https.ServerCertificateSelector = (_, _) => certificates.Current()));
        await using var app = builder.Build();
        var logs = app.Services.GetRequiredService<ILoggerFactory>();
        await using var node = Node.Open(configuration, Parts(logs));
        if (configuration.Backup is not null)
        {
            node.BackUp(new(file, configuration), configuration.Definition.TimeZone, TimeProvider.System);
        }

        var screen = SiteScreen.Of(configuration, node.Views, node.Send, node.Names, node.RollCall) with
        {
            Loans = node.LoanDesk,
            Movements = node.Movements,
            Authority = configuration.ScreenListen.Scheme == Uri.UriSchemeHttps ? () => certificates.AuthorityPem : null,
        };
        app.MapScreen(screen);
        await using var reset = ResetSocket.Open(SiteScreen.Folder(configuration), screen.Accounts);
        await app.StartAsync(cancellation);
        Tell(logs.CreateLogger<Node>(), configuration, node, screen.Accounts);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, app.Lifetime.ApplicationStopping);
        var pulse = new ServicePulse(notifier, TimeProvider.System, node.Status);
        node.Loop.Stepped += pulse.Beat;
        await node.Loop.RunAsync(stop.Token);
        pulse.End();
        await app.StopAsync(CancellationToken.None);
        return 0;
    }

    private static void Tell(ILogger log, SiteConfiguration configuration, Node node, Accounts accounts)
    {
        if (accounts.FirstRunCode is { } code)
        {
            log.FirstRun(configuration.ScreenListen, code);
        }

        if (accounts.Unreadable is { } why)
        {
            log.NobodySignsIn(why);
        }

        log.Running(configuration.Definition.Id.Value, configuration.ScreenListen, node.SiteKey);
    }

    /// <summary>The machine's own clocks and devices.</summary>
    internal static NodeParts Parts(ILoggerFactory logs) => new(
        TimeProvider.System,
        TimeProvider.System,
        KernelClock.IsSynchronised,
        RandomNumberGenerator.Fill,
        GpioChips.Open,
        (radar, settings) => new SerialPort(settings.Port, settings.Baud, radar.Feed, logs.CreateLogger<SerialPort>()),
        SingleThread: false,
        logs);
}
