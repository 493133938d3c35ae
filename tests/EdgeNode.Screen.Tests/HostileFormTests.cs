using System.Globalization;
using System.Net;
using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Screen.Tests;

/// <summary>Walks every page as everybody, finds every form, and sends it back with what an attacker would write into each field.</summary>
public sealed class HostileFormTests : IAsyncLifetime
{
    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "x\r\nX-Evil: 1",
        "=HYPERLINK(\"evil\")",
        "../../../../etc/passwd",
        "%00\u202e'; DROP TABLE people; --",
        "{0}{99}",
        "-1",
        new('x', 20_000),
    ];

    private ScreenOfTests _screen = null!;

    public async ValueTask InitializeAsync()
    {
        _screen = await ScreenOfTests.StartAsync();
        _screen.Views.Change(Sample.View("Liège") with { Feed = [.. EveryPageTests.Busy()] });
        _screen.SignedIn(Role.Manager);
    }

    public ValueTask DisposeAsync() => _screen.DisposeAsync();

    [Theory]
    [InlineData(null)]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Manager)]
    [InlineData(Role.Helper)]
    [InlineData(Role.Installer)]
    [InlineData(Role.Auditor)]
    public async Task No_form_breaks_or_gives_back_as_markup_what_was_written_into_it(object? role)
    {
        using var client = _screen.Client(role is Role somebody ? _screen.SignedIn(somebody) : null);
        var forms = await CrawlAsync(client);
        Assert.NotEmpty(forms);
        foreach (var form in forms.Where(form => form.Action != "/sign-out"))
        {
            // An account stays, or the rest would be asked by nobody.
            foreach (var field in (string[])[.. form.Action == "/accounts/remove" ? [] : (string[])["unasked"], .. form.Fields.Select(field => field.Name).Where(name => name != "token")])
            {
                // A script comes last, so that it is what stays.
                foreach (var value in Hostile.Append(Hostile[0]))
                {
                    using var answer = await SendAsync(client, form.Action, [.. form.Fields.Where(known => known.Name != field), (field, value)]);
                    await CheckAsync(answer, $"{role} {form.Action} {field}={value[..Math.Min(value.Length, 40)]}");
                }
            }
        }

        // What was stored is met again, by the manager who reads all of it.
        using var manager = _screen.Client(_screen.SignedIn(Role.Manager));
        await CrawlAsync(manager);
    }

    [Theory]
    [InlineData(Role.Manager)]
    [InlineData(Role.Installer)]
    public async Task No_form_without_its_token_or_with_that_of_another_changes_anything(object role)
    {
        using var client = _screen.Client(_screen.SignedIn((Role)role));
        using var other = _screen.Client(_screen.SignedIn(Role.Manager));
        var strangers = await ScreenOfTests.TokenAsync(other, "/doors/street/Lock");
        var forms = await CrawlAsync(client);
        var before = Kept();
        foreach (var form in forms)
        {
            foreach (var token in (string[])["", strangers])
            {
                using var answer = await SendAsync(client, form.Action, [.. form.Fields.Where(field => field.Name != "token"), ("token", token)]);
                Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{form.Action}: {answer.StatusCode}");
            }
        }

        Assert.Empty(_screen.Sent);
        Assert.Equal(before, Kept());
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Kept() => string.Join('\n', _screen.Memory.Documents.OrderBy(document => document.Key, StringComparer.Ordinal).Select(document => $"{document.Key} {Convert.ToBase64String(document.Value)}"));

    // Every page that a link leads to, also with hostile words in its address; the forms on them.
    private static async Task<IReadOnlyList<PageForm>> CrawlAsync(HttpClient client)
    {
        var (seen, forms) = (new HashSet<string>(StringComparer.Ordinal), new Dictionary<string, PageForm>(StringComparer.Ordinal));
        var waiting = new Queue<string>(["/", "/sign-in", "/welcome"]);
        while (waiting.TryDequeue(out var path))
        {
            if (!seen.Add(path.Split('?')[0]))
            {
                continue;
            }

            using var hostile = await client.GetAsync(new Uri($"{path.Split('?')[0]}?lang={Uri.EscapeDataString(Hostile[0])}&back={Uri.EscapeDataString(Hostile[1])}&page={Uri.EscapeDataString(Hostile[2])}", UriKind.Relative), Stop);
            await CheckAsync(hostile, path);
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Stop);
            var page = await CheckAsync(answer, path);
            foreach (var form in PageForm.On(page))
            {
                forms.TryAdd($"{form.Action} {string.Join(' ', form.Fields.Select(field => field.Name))}", form);
            }

            foreach (var link in PageForm.LinksOn(page))
            {
                waiting.Enqueue(link);
            }
        }

        return [.. forms.Values];
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string action, IReadOnlyList<(string Name, string Value)> fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await client.PostAsync(new Uri(action, UriKind.Relative), content, Stop);
    }

    private static bool Breaks(string page) =>
        page.Contains("<script>alert", StringComparison.OrdinalIgnoreCase) || page.Contains("<img src=x", StringComparison.OrdinalIgnoreCase);

    private static async Task<string> CheckAsync(HttpResponseMessage answer, string what)
    {
        var body = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True((int)answer.StatusCode < 500, string.Create(CultureInfo.InvariantCulture, $"{what}: {(int)answer.StatusCode}"));
        Assert.False(answer.Content.Headers.ContentType?.MediaType == "text/html" && Breaks(body), what);
        Assert.False(body.Contains(";\"=", StringComparison.Ordinal) || body.Contains("\n\"=", StringComparison.Ordinal), $"{what}: a formula in a table");
        Assert.False(body.Contains("root:", StringComparison.Ordinal), what);
        Assert.False(answer.Headers.Contains("X-Evil") || answer.Content.Headers.Contains("X-Evil"), what);
        return body;
    }
}
