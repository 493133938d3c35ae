using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using EdgeNode.CloudSync.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeNode.Hub.Tests;

public sealed class ApiTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("edgenode-api-").FullName;
    private readonly Uri _address = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Take()}/"));
    private HubHost _hub = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var keys = Enumerable.Repeat((byte)1, 32).ToArray();
        _hub = await HubHost.StartAsync(
            new(Path.Combine(_folder, "hub.db"), "127.0.0.1", FreePort.Take(), keys, keys) { Listen = _address, Token = "network" }, TimeProvider.System, NullLoggerFactory.Instance);
        _hub.Directory.PutSite("gare", "Gare", null);
        _hub.Directory.PutSite("parc", "Parc", null);
        _hub.Directory.SetTerms("gare", "anna-co", 1, "Europe/Brussels");
        _hub.Directory.SetTerms("parc", "bert-co", 1, "Europe/Brussels");
    }

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task An_owner_reads_the_own_sites_and_statements_and_nothing_of_anybody_else()
    {
        using var network = Caller("network");
        using var made = await network.PostAsync(At("api/v1/owners/anna-co/tokens"), null, Stop);
        using var anna = Caller(await made.Content.ReadAsStringAsync(Stop));
        var own = await anna.GetStringAsync(At("api/v1/own/sites"), Stop);
        Assert.Contains("gare", own, StringComparison.Ordinal);
        Assert.DoesNotContain("parc", own, StringComparison.Ordinal);
        Assert.Contains("gare;2026-03;draft;total", await anna.GetStringAsync(At("api/v1/own/statements/gare/2026-03"), Stop), StringComparison.Ordinal);
        foreach (var other in new[] { "api/v1/own/statements/parc/2026-03", "api/v1/sites", "api/v1/totals", "api/v1/commands/x", "" })
        {
            using var refused = await anna.GetAsync(At(other), Stop);
            Assert.Equal((other, HttpStatusCode.Forbidden), (other, refused.StatusCode));
        }

        using var changed = await anna.PutAsJsonAsync(At("api/v1/members"), new { @ref = "m1", @class = "Member", home = "parc" }, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, changed.StatusCode);
    }

    [Fact]
    public async Task Without_a_token_nobody_reads_anything_and_a_wrong_one_is_none()
    {
        foreach (var token in new[] { null, "", "Network", "anna-co" })
        {
            using var stranger = Caller(token);
            using var refused = await stranger.GetAsync(At("api/v1/own/sites"), Stop);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        using var network = Caller("network");
        Assert.Contains("parc", await network.GetStringAsync(At("api/v1/sites"), Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_all_calls_is_what_the_code_says_and_each_has_its_words()
    {
        using var network = Caller("network");
        var page = await network.GetStringAsync(At("openapi/v1.json"), Stop);
        GoldenFile.Check("../../docs/hub-openapi.json", page);
        using var read = JsonDocument.Parse(page);
        var calls = read.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(call => (path.Name, call))).ToList();
        Assert.All(calls, call => Assert.True(call.call.Value.TryGetProperty("summary", out _), $"{call.call.Name} {call.Name} has no summary."));
    }

    private Uri At(string path) => new(_address, path);

    private static HttpClient Caller(string? token)
    {
        var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
