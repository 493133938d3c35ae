namespace EdgeNode.Worker.Tests;

public sealed class ErrorPageTests
{
    [Fact]
    public void One_mistake_is_counted_in_the_singular() =>
        Assert.EndsWith("1 error in site.yaml; nothing was changed.\n", Page("", new SourcePlace(1, 1, 1)), StringComparison.Ordinal);

    [Fact]
    public void The_caret_stands_under_the_place_even_behind_a_tab() =>
        Assert.Contains("     2 | a b: c\n       |   ^\n", Page("x\na\tb: c\n", new SourcePlace(2, 3, 1)), StringComparison.Ordinal);

    [Fact]
    public void Control_characters_of_the_file_never_reach_the_terminal() =>
        Assert.DoesNotContain('\u001b', Page("a: \u001b[2J\n", new SourcePlace(1, 4, 4)));

    [Fact]
    public void A_very_long_line_is_shown_from_just_before_the_place()
    {
        var page = Page(new string('a', 5000) + "b" + new string('c', 5000), new SourcePlace(1, 5001, 1));

        Assert.Contains("aaab" + "ccc", page, StringComparison.Ordinal);
        Assert.All(page.Split('\n'), line => Assert.InRange(line.Length, 0, 120));
    }

    private static string Page(string source, SourcePlace place) =>
        ErrorPage.Render("site.yaml", source, [new(place, "wrong", "write it right")]);
}
