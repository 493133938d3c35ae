namespace EdgeNode.Worker.Tests;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("opne", "open")]
    [InlineData("OPEN", "open")]
    [InlineData("exitbuton", "exitButton")]
    [InlineData("completelyOther", null)]
    [InlineData("", null)]
    public void The_nearest_word_is_proposed_only_when_it_is_near(string text, string? meant) =>
        Assert.Equal(meant, Spelling.Nearest(text, ["open", "release", "exitButton", "to"]));

    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "acb", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Edits_are_counted_with_swaps(string a, string b, int edits) => Assert.Equal(edits, Spelling.Distance(a, b));
}
