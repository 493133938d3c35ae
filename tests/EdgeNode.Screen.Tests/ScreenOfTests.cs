using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using EdgeNode.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Xunit;

namespace EdgeNode.Screen.Tests;

/// <summary>A running screen over a picture that the test changes; what is asked of the site is kept.</summary>
internal sealed partial class ScreenOfTests : IAsyncDisposable
{
    public const string Password = "correct horse battery";
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("edgenode-screen-");
    private WebApplication _app = null!;

    public Sample Views { get; } = new();

    public MemoryOfTests Memory { get; } = new();

    public ConcurrentQueue<SiteEvent> Sent { get; } = new();

    /// <summary>What the site knows of its people.</summary>
    public RollCall Call { get; set; } = Sample.Call();

    /// <summary>What the journal knows of people's ways.</summary>
    public Dictionary<HolderRef, ImmutableArray<FeedItem>> Ways { get; } = [];

    /// <summary>The loan badges.</summary>
    public LoanDesk Loans { get; set; } = Sample.Loans;

    /// <summary>The site's drawing.</summary>
    public PlanReading Plan { get; set; } = PlanReading.None;

    public Musters Musters { get; private set; } = null!;

    public Accounts Accounts { get; private set; } = null!;

    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    public IEnumerable<Microsoft.AspNetCore.Http.Endpoint> Endpoints => _app.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    /// <summary>Every endpoint that the screen declares.</summary>
    public static IReadOnlyList<Endpoint> Table => [.. ScreenEndpoints.Endpoints(TestContext.Current.CancellationToken)];

    public static async Task<ScreenOfTests> StartAsync()
    {
        var screen = new ScreenOfTests();
        await screen.RunAsync();
        return screen;
    }

    /// <summary>The program ends and starts again on the same memory and port.</summary>
    public async Task RestartAsync()
    {
        await _app.DisposeAsync();
        await RunAsync();
    }

    /// <summary>The node loses its power.</summary>
    public Task StopAsync() => _app.StopAsync();

    /// <summary>The cookie of somebody who has just signed in as this.</summary>
    public string SignedIn(Role role, string? name = null, params Right[] given)
    {
        name ??= Accounts.All.Any(account => account.Name == $"{role}") ? $"{role} {Accounts.All.Length}" : $"{role}";
        var code = Accounts.FirstRunCode is { } first && role == Role.Manager ? first : Accounts.Invite(name, role, [.. given]);
        return Accounts.Accept(code, name, Password, $"{role}").Cookie!;
    }

    /// <summary>A client that follows no redirect and keeps cookies.</summary>
    public HttpClient Client(string? cookie = null)
    {
        var jar = new CookieContainer();
        if (cookie is not null)
        {
            jar.Add(Address, new System.Net.Cookie("edgenode", cookie));
        }

        return new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = jar }) { BaseAddress = Address };
    }

    /// <summary>The token that a page's forms carry.</summary>
    public static async Task<string> TokenAsync(HttpClient client, string page) =>
        TokenField().Match(await client.GetStringAsync(new Uri(page, UriKind.Relative))).Groups[1].Value;

    public static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, string? token, params (string Name, string Value)[] fields)
    {
        var form = fields.Append(("token", token ?? "")).Where(field => field.Item2.Length > 0).Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        using var content = new FormUrlEncodedContent(form);
        return await client.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    /// <summary>An open page of somebody signed in as this.</summary>
    public async Task<IPage> OpenAsync(IBrowserContext browser, string path, Role role = Role.Manager)
    {
        await browser.AddCookiesAsync([new() { Name = "edgenode", Value = SignedIn(role), Url = Address.ToString(), HttpOnly = true }]);
        var page = await browser.NewPageAsync();
        await page.GotoAsync(new Uri(Address, path).ToString(), new() { WaitUntil = WaitUntilState.Load });
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _keys.Delete(recursive: true);
    }

    private async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address.ToString());
        builder.Services.AddScreen(_keys);
        _app = builder.Build();
        Accounts = new(Memory, TimeProvider.System, RandomNumberGenerator.Fill);
        Musters = new(Memory, Memory, Look, TimeProvider.System);
        _app.MapScreen(new(Views, Take, Memory, Memory, Accounts, TimeProvider.System) { Musters = Musters, Authority = () => "the authority", Plan = () => Plan, Loans = () => Loans, Movements = holder => Ways.GetValueOrDefault(holder, []) });
        await _app.StartAsync();
        Address = new(_app.Urls.First());
    }

    private RollCall Look(ImmutableArray<HolderRef>? listed) => Call with { People = [.. Call.People.Where(seen => listed?.Contains(seen.Holder) ?? true)] };

    private bool Take(SiteEvent @event)
    {
        Sent.Enqueue(@event);
        return true;
    }

    [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
