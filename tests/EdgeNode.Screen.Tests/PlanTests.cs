using System.Net;
using EdgeNode.Core;
using Microsoft.Playwright;
using Xunit;

namespace EdgeNode.Screen.Tests;

public sealed class PlanTests(Chrome chrome)
{
    /// <summary>A drawing as Inkscape saves it, with a shape for each place of the sample.</summary>
    public static string Drawing { get; } =
        """
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" viewBox="0 0 900 600" width="900">
          <g inkscape:groupmode="layer" style="fill:none;stroke:#57606a;stroke-width:4"><path d="M 10,10 H 890 V 590 H 10 Z" /></g>
        """
        + string.Concat(Enum.GetNames<DeskStatus>().Select((status, at) => $"<rect id=\"desk-{status}\" style=\"fill:#ffffff\" x=\"{30 + (at % 3 * 280)}\" y=\"{30 + (at / 3 * 160)}\" width=\"250\" height=\"130\" />"))
        + """
          <g id="g1" transform="translate(30,360)"><path inkscape:label="room-r1" d="m 0,0 h 400 v 200 h -400 z" /></g>
          <ellipse id="door-street" cx="560" cy="460" rx="100" ry="90" /><circle id="door-host" cx="780" cy="460" r="90" />
        </svg>
        """;

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<style>@import url(//evil.test/x.css);</style>")]
    [InlineData("<image href=\"https://evil.test/x.png\" width=\"9\" height=\"9\"/>")]
    [InlineData("<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\"><img src=\"evil\" onerror=\"evil()\"/></body></foreignObject>")]
    [InlineData("<use href=\"evil.svg#x\"/><use xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"#evil\"/>")]
    [InlineData("<a href=\"javascript:evil()\"><rect width=\"9\" height=\"9\"/></a>")]
    [InlineData("<animate attributeName=\"href\" to=\"javascript:evil()\"/><set attributeName=\"onclick\" to=\"evil()\"/>")]
    [InlineData("<rect onclick=\"evil()\" onload=\"evil()\" class=\"evil\" id=\"evil\" data-evil=\"1\" width=\"9\"/>")]
    [InlineData("<rect style=\"fill:url(https://evil.test/);background:url(evil);filter:url(#evil)\" fill=\"url('//evil.test')\" width=\"9\"/>")]
    [InlineData("<path d=\"M0 0&quot; onload=&quot;evil()\" transform=\"evil(1)\" stroke=\"expression(evil)\"/>")]
    [InlineData("<h:img xmlns:h=\"http://www.w3.org/1999/xhtml\" src=\"evil\"/><text>&lt;script&gt;alert(1)&lt;/script&gt;</text>")]
    [InlineData("<g id=\"desk-Free\" onclick=\"evil()\"><script>alert(1)</script><rect onclick=\"evil()\" width=\"9\" height=\"9\"/></g>")]
    public void Nothing_of_a_hostile_drawing_comes_through_but_shapes(string hostile)
    {
        var plan = FloorPlan.Read($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\" onload=\"evil()\">{hostile}</svg>");
        var taken = plan.Background + string.Concat(plan.Shapes.Select(shape => shape.Markup));
        Assert.DoesNotContain("evil", taken, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", taken, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style", taken, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("<rect id=\"desk-a\" x=\"10\" y=\"20\" width=\"30\" height=\"40\"/>", "10 20 40 60")]
    [InlineData("<g transform=\"translate(100 0) scale(2)\"><circle id=\"desk-a\" cx=\"5\" cy=\"5\" r=\"5\"/></g>", "100 0 120 20")]
    [InlineData("<rect id=\"desk-a\" transform=\"rotate(90)\" width=\"30\" height=\"10\"/>", "-10 0 0 30")]
    [InlineData("<path id=\"desk-a\" d=\"m 10,10 10,0 0,10 h -10 z m 20,20 5,5\"/>", "10 10 35 35")]
    [InlineData("<path id=\"desk-a\" d=\"M 0,10 A 10 10 0 0 1 20,10 A 10 10 0 0 1 0,10 Z\"/>", "0 0 20 20")]
    [InlineData("<g id=\"desk-a\"><rect width=\"10\" height=\"10\"/><rect id=\"desk-b\" x=\"90\" width=\"10\" height=\"10\"/><polygon points=\"0,0 20,0 20,30\"/></g>", "0 0 20 30")]
    public void The_middle_of_a_shape_is_found_through_groups_paths_and_turns(string shape, string box)
    {
        var found = FloorPlan.Read($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200px\" height=\"100px\">{shape}</svg>").Shapes[0];
        Assert.Equal((PlanKind.Desk, "a", box), (found.Kind, found.Id, PlanReader.Numbers(found.Box.Left, found.Box.Top, found.Box.Right, found.Box.Bottom)));
    }

    [Theory]
    [InlineData("", "Save it once more")]
    [InlineData("<html/>", "must be an SVG file")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "Resize to content")]
    [InlineData("<!DOCTYPE svg [<!ENTITY x \"boom\">]><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><text>&x;</text></svg>", "Save it once more")]
    public void What_is_no_drawing_is_refused_with_its_cure(string file, string cure) =>
        Assert.Contains(cure, Assert.Throws<FormatException>(() => FloorPlan.Read(file)).Message, StringComparison.Ordinal);

    [Fact]
    public void Groups_without_end_are_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<g>", 100_000)) + string.Concat(Enumerable.Repeat("</g>", 100_000));
        Assert.Contains("Ungroup", Assert.Throws<FormatException>(() => FloorPlan.Read($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">{deep}</svg>")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plan_shows_each_state_by_colour_sign_and_word_and_its_table_and_the_stream_say_the_same()
    {
        await using var screen = await ScreenOfTests.StartAsync();
        screen.Plan = new(FloorPlan.Read(Drawing), false);
        await using var browser = await chrome.NewAsync("fr-BE");
        var page = await screen.OpenAsync(browser, "/plan", Role.Viewer);
        var states = Enum.GetValues<DeskStatus>();
        var phrases = Phrases.Of("fr");
        Assert.Equal(
            ["rgb(183, 228, 192)", "rgb(255, 224, 138)", "rgb(158, 201, 245)", "rgb(158, 201, 245)", "rgb(227, 197, 255)", "url(\"#hatch\")"],
            await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.place rect')].slice(0, 6).map(shape => getComputedStyle(shape).fill)"));
        Assert.Equal("rgb(164, 14, 38)", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.place ellipse')).fill"));
        foreach (var (at, place) in Places.Of(screen.Views.Current, phrases).Index())
        {
            Assert.Equal([place.Glyph, place.Name, place.Words], await page.Locator("g.label").Nth(at).Locator("text").AllTextContentsAsync());
            Assert.Equal([$"{place.Name} {phrases[$"plan.{place.Kind}"]}"], await page.Locator("table.places tbody tr").Nth(at).Locator("th").AllTextContentsAsync());
            Assert.StartsWith($"{place.Glyph} {place.Words}", await page.Locator("table.places tbody tr").Nth(at).Locator("td").Last.TextContentAsync(), StringComparison.Ordinal);
        }

        var view = screen.Views.Current;
        screen.Views.Change(view with { Desks = [view.Desks[0] with { Status = DeskStatus.NoShow }, .. view.Desks[1..]] });
        await Assertions.Expect(page.Locator("g.place").First).ToHaveClassAsync("place noshow");
        await Assertions.Expect(page.Locator("table.places tbody tr").First).ToContainTextAsync(phrases["desk.NoShow"]);
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('.drawing img').naturalWidth > 0"), "the background is drawn");
    }

    [Fact]
    public async Task Without_a_drawing_there_is_a_grid_and_one_that_cannot_be_drawn_is_told()
    {
        await using var screen = await ScreenOfTests.StartAsync();
        using var client = screen.Client(screen.SignedIn(Role.Viewer));
        using var none = await client.GetAsync(new Uri("/plan.svg", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        screen.Plan = new(null, true);
        var page = await client.GetStringAsync(new Uri("/plan", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(Enum.GetValues<DeskStatus>().Length + 1, page.Split("class=\"seat ").Length - 1);
        Assert.Contains("edgenode plan check", page, StringComparison.Ordinal);
    }
}
