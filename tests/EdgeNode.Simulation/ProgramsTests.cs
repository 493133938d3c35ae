using System.Globalization;
using System.Net.Http.Json;
using EdgeNode.CloudSync.Tests;
using EdgeNode.Hardware.Tests;
using Xunit;

namespace EdgeNode.Simulation;

/// <summary>The two programs as they are installed: each in a process of its own, with mosquitto between them.</summary>
public sealed class ProgramsTests : IDisposable
{
    // HLK-LD2410, report frame of the vendor's protocol paper: a still target at 81 cm.
    private static readonly byte[] SomebodySits = Convert.FromHexString("F4F3F2F10D0002AA0251000000003B00005500F8F7F6F5");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edgenode-programs-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_desk_radar_on_a_serial_port_reaches_the_page_and_the_hub_over_mosquitto()
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bound.CancelAfter(TimeSpan.FromMinutes(2));
        await using var broker = await Mosquitto.StartNew(bound.Token);
        using var radar = new PseudoTerminal();
        var (hubPage, sitePage) = (Loopback(), Loopback());
        await WriteKeysAsync("keys");
        await using var hub = new RunningProgram(
            "edgenode-hub", "run", "--db", InFolder("hub.db"), "--keys", InFolder("keys"), "--plain", "--port", $"{broker.Port}", "--listen", hubPage.ToString());
        var networkKey = (await hub.WhenSaysAsync("sites need this key: ", bound.Token))[^64..];
        await File.WriteAllTextAsync(InFolder("site.yaml"), Site(radar.Path, sitePage, broker.Port, networkKey), bound.Token);
        await using var node = new RunningProgram("edgenode", "run", "--config", InFolder("site.yaml"));
        var code = await node.WhenSaysAsync("Nobody can sign in yet", bound.Token);
        var siteKey = (await node.WhenSaysAsync("signs with ", bound.Token)).TrimEnd('.')[^64..];

        using var operatorClient = new HttpClient { BaseAddress = hubPage };
        await EnterAsync(operatorClient, siteKey, bound.Token);
        using var page = await OpenPage.OpenAsync(sitePage, code, bound.Token);
        await page.WhenShowsAsync("health", "Rights and bookings: version", bound.Token);
        using (var sitting = new Timer(_ => radar.Send(SomebodySits), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(100)))
        {
            await page.WhenShowsAsync("desks", "d01 in use, not booked", bound.Token);
        }

        await page.WhenShowsAsync("health", "0 records wait", bound.Token);
        Assert.Contains("<td>online</td>", await operatorClient.GetStringAsync(new Uri("/", UriKind.Relative), bound.Token), StringComparison.Ordinal);
        Assert.Equal(0, await node.TerminateAsync(bound.Token));
        Assert.Equal(0, await hub.TerminateAsync(bound.Token));
        Assert.DoesNotContain("fail: ", node.Said + hub.Said, StringComparison.Ordinal);
    }

    private static Uri Loopback() => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Take()}/"));

    private static async Task EnterAsync(HttpClient hub, string siteKey, CancellationToken stop)
    {
        using var site = await hub.PutAsync(new Uri($"/api/v1/sites/namur-gare?name=Namur&publicKey={siteKey}", UriKind.Relative), null, stop);
        Assert.True(site.IsSuccessStatusCode, await site.Content.ReadAsStringAsync(stop));
        using var member = await hub.PutAsJsonAsync(
            new Uri("/api/v1/members", UriKind.Relative), new { @ref = "member-1", @class = "Member", home = "namur-gare", profiles = Array.Empty<string>() }, stop);
        Assert.True(member.IsSuccessStatusCode, await member.Content.ReadAsStringAsync(stop));
    }

    private static string Site(string port, Uri page, int broker, string networkKey) => $"""
        site:
          id: namur-gare
          timezone: Europe/Brussels
        gpio: none
        store: store
        screen:
          listen: {page}
        areas:
          - id: floor
        doors:
          - id: street
            from: outside
            to: floor
        desks:
          - id: d01
            area: floor
            radar: {"{"} port: {port}, baud: 256000, onDelay: 1 s, reportInterval: 1 s {"}"}
        network:
          broker: 127.0.0.1
          port: {broker}
          tls: false
          publicKey: {networkKey}

        """;

    private async Task WriteKeysAsync(string name)
    {
        var folder = Directory.CreateDirectory(InFolder(name));
        foreach (var (file, digit) in new[] { ("signing.seed", '1'), ("identifier.key", '2') })
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, file), new string(digit, 64));
        }
    }

    private string InFolder(string name) => Path.Combine(_folder.FullName, name);
}
