using System.Net;
using Xunit;

namespace EdgeNode.Screen.Tests;

public sealed class GateTests : IAsyncLifetime
{
    /// <summary>Who may do what, written down a second time: a new endpoint needs a line here.</summary>
    private static readonly string[] Rules =
    [
        "GET / SeeSite",
        "GET /events SeeSite",
        "GET /assets/{name} anybody",
        "GET /healthz anybody",
        "GET /sign-in anybody",
        "POST /sign-in anybody",
        "GET /welcome anybody",
        "POST /welcome anybody",
        "POST /sign-out anybody",
        "GET /accounts KeepAccounts",
        "POST /accounts KeepAccounts",
        "POST /accounts/role KeepAccounts",
        "POST /accounts/remove KeepAccounts",
        "POST /accounts/wall KeepAccounts",
        "GET /free-desks anybody",
        "GET /authority.pem anybody",
        "GET /plan SeeSite",
        "GET /people SeePeople",
        "GET /movements SeeMovements",
        "POST /movements SeeMovements",
        "POST /people/loan OperateDoors",
        "POST /people/loan/returned OperateDoors",
        "POST /people/loan/lost OperateDoors",
        "GET /plan.svg SeeSite",
        "GET /wall SeeSite",
        "GET /wall/mono SeeSite",
        "GET /wall/by/{name} anybody",
        "GET /roll-call SeePeople",
        "GET /roll-call.csv SeePeople",
        "POST /roll-call/drill SeePeople",
        "POST /roll-call/drill-over SeePeople",
        "POST /roll-call/mark SeePeople",
        "POST /roll-call/name SeePeople",
        "GET /doors SeeSite",
        "GET /doors/{door}/{action} OperateDoors",
        "POST /doors/{door}/{action} OperateDoors",
        "GET /evacuation OperateDoors",
        "POST /evacuation OperateDoors",
        "GET /incidents/{number} OperateDoors",
        "POST /incidents/{number} OperateDoors",
        "GET /refused SeeSite",
        "GET /refused/{number} OperateDoors",
        "POST /refused/{number} OperateDoors",
    ];

    /// <summary>What each role may, written down a second time.</summary>
    private static readonly Dictionary<Role, Right[]> Rights = new()
    {
        [Role.Viewer] = [Right.SeeSite],
        [Role.Manager] = [Right.SeeSite, Right.OperateDoors, Right.SeePeople, Right.SeeMovements, Right.KeepAccounts],
        [Role.Helper] = [Right.SeeSite],
        [Role.Installer] = [Right.SeeSite, Right.OperateDoors],
        [Role.Auditor] = [Right.SeeSite, Right.SeeMovements],
    };

    private ScreenOfTests _server = null!;

    public async ValueTask InitializeAsync() => _server = await ScreenOfTests.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public void Every_endpoint_has_a_rule_that_is_written_down_twice()
    {
        var mapped = _server.Endpoints;
        Assert.Equal(Rules.Order(), mapped.Select(endpoint => endpoint.Metadata.GetMetadata<Endpoint>()).Select(rule => $"{rule?.Method} {rule?.Pattern} {rule?.Asks?.ToString() ?? "anybody"}").Order());
    }

    [Fact]
    public async Task Every_endpoint_keeps_its_rule_for_every_role()
    {
        using var stranger = _server.Client();
        foreach (var endpoint in Endpoints().Where(endpoint => endpoint.Asks is not null))
        {
            using var answer = await AskAsync(stranger, endpoint);
            Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Redirect, $"{endpoint} for a stranger: {answer.StatusCode}");
            Assert.True(endpoint.Method == "POST" || answer.Headers.Location!.ToString().StartsWith("/sign-in", StringComparison.Ordinal));
        }

        foreach (var (role, rights) in Rights)
        {
            using var client = _server.Client(_server.SignedIn(role));
            foreach (var endpoint in Endpoints().Where(endpoint => endpoint is { Asks: not null } && !rights.Contains(endpoint.Asks.Value)))
            {
                using var answer = await AskAsync(client, endpoint);
                Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{endpoint} for {role}: {answer.StatusCode}");
            }

            foreach (var endpoint in Endpoints().Where(endpoint => endpoint is { Asks: not null } && rights.Contains(endpoint.Asks.Value)))
            {
                using var answer = await AskAsync(client, endpoint);
                Assert.True(answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized), $"{endpoint} for {role}: {answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task A_helper_has_the_rights_that_were_given_and_no_other()
    {
        using var client = _server.Client(_server.SignedIn(Role.Helper, null, Right.KeepAccounts));
        using var accounts = await client.GetAsync(new Uri("/accounts", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.OK, accounts.StatusCode);
        Assert.False(_server.Accounts.All.Single(account => account.Role == Role.Helper).May(Right.OperateDoors));
    }

    [Fact]
    public async Task A_form_without_its_token_or_with_that_of_another_sign_in_does_nothing()
    {
        using var stranger = _server.Client();
        var strangers = await ScreenOfTests.TokenAsync(stranger, "/sign-in");
        using var client = _server.Client(_server.SignedIn(Role.Manager));
        foreach (var token in (string[])["", strangers])
        {
            foreach (var endpoint in Endpoints().Where(endpoint => endpoint.Method == "POST"))
            {
                using var form = new FormUrlEncodedContent([KeyValuePair.Create("token", token)]);
                using var answer = await client.PostAsync(new Uri(Path(endpoint), UriKind.Relative), form, Stop);
                Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            }
        }

        Assert.Empty(_server.Sent);
    }

    [Fact]
    public async Task A_form_from_before_the_sign_in_is_not_taken_after_it()
    {
        using var client = _server.Client();
        var before = await ScreenOfTests.TokenAsync(client, "/sign-in");
        _server.SignedIn(Role.Manager);
        using var entered = await PostAsync(client, "/sign-in", ("name", "Manager"), ("password", ScreenOfTests.Password));
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("token", before), KeyValuePair.Create("name", "x"), KeyValuePair.Create("role", "Viewer")]);
        using var answer = await client.PostAsync(new Uri("/accounts", UriKind.Relative), form, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_sign_in_makes_a_cookie_of_its_own_that_no_script_and_no_other_site_gets()
    {
        _server.SignedIn(Role.Manager);
        using var client = _server.Client("planted-by-somebody-else");
        using var entered = await PostAsync(client, "/sign-in", ("name", "manager"), ("password", ScreenOfTests.Password));
        var cookie = Assert.Single(entered.Headers.GetValues("Set-Cookie"), one => one.StartsWith("edgenode=", StringComparison.Ordinal));
        Assert.DoesNotContain("planted", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        using var other = _server.Client("planted-by-somebody-else");
        using var home = await other.GetAsync(new Uri("/", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.Redirect, home.StatusCode);
    }

    [Theory]
    [InlineData("//elsewhere.test/")]
    [InlineData("/\\elsewhere.test/")]
    [InlineData("https://elsewhere.test/")]
    [InlineData("/\r\nSet-Cookie: edgenode=x")]
    public async Task A_sign_in_leads_to_no_other_site_and_writes_no_header_of_others(string back)
    {
        _server.SignedIn(Role.Manager);
        using var client = _server.Client();
        using var entered = await PostAsync(client, "/sign-in", ("name", "manager"), ("password", ScreenOfTests.Password), ("back", back));
        Assert.Equal("/", entered.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("/assets/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/assets/%2e%2e%2fAsset.cs")]
    [InlineData("/assets/screen.css%00")]
    [InlineData("/..%2fsite.yaml")]
    public async Task No_path_leads_to_a_file_of_the_machine(string path)
    {
        using var client = _server.Client();
        using var answer = await client.GetAsync(new Uri(_server.Address, path), Stop);
        Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{answer.StatusCode}");
    }

    [Fact]
    public async Task A_body_longer_than_any_form_is_refused()
    {
        using var client = _server.Client(_server.SignedIn(Role.Manager));
        using var answer = await PostAsync(client, "/accounts", ("name", new string('x', 20_000)), ("role", "Viewer"));
        Assert.True(answer.StatusCode is HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.BadRequest, $"{answer.StatusCode}");
    }

    [Fact]
    public async Task A_script_in_a_name_is_shown_as_text_under_a_policy_that_would_not_run_it()
    {
        using var client = _server.Client(_server.SignedIn(Role.Manager));
        using var answer = await PostAsync(client, "/accounts", ("name", "<script>alert(1)</script>"), ("role", "Viewer"));
        Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.StartsWith("default-src 'self';", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static IEnumerable<Endpoint> Endpoints() => ScreenOfTests.Table;

    private static string Path(Endpoint endpoint) => endpoint.Pattern.Replace("{name}", "screen.css", StringComparison.Ordinal);

    private static Task<HttpResponseMessage> AskAsync(HttpClient client, Endpoint endpoint) => endpoint.Method == "POST"
        ? PostAsync(client, Path(endpoint))
        : client.SendAsync(new(HttpMethod.Get, new Uri(Path(endpoint), UriKind.Relative)), HttpCompletionOption.ResponseHeadersRead, Stop);

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, params (string Name, string Value)[] fields) =>
        await ScreenOfTests.PostAsync(client, path, await ScreenOfTests.TokenAsync(client, "/sign-in"), fields);
}
