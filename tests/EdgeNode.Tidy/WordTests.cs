using Xunit;

namespace EdgeNode.Tidy;

public class WordTests
{
    private static readonly string[] Binary = [".png", ".osdpcap", ".zip"];

    [Fact]
    public void No_type_has_an_empty_name() => Assert.Empty(Over(Repository.Product, Words.EmptyTypeNames));

    [Fact]
    public void An_empty_name_is_seen() => Assert.Single(Words.EmptyTypeNames("class DoorManager;"));

    [Fact]
    public void No_file_names_a_path_of_a_machine() =>
        Assert.Empty(Over(Repository.Files.Where(file => !Binary.Contains(Path.GetExtension(file))), Words.PathsOfAMachine));

    [Fact]
    public void A_path_of_a_machine_is_seen() => Assert.Single(Words.PathsOfAMachine("see /" + "root/notes"));

    [Fact]
    public void A_file_holds_one_type() => Assert.Empty(Over(Repository.Product, Words.SecondTypes));

    [Fact]
    public void A_second_type_is_seen() => Assert.Single(Words.SecondTypes("namespace N; class A { class Nested; } class B;"));

    [Fact]
    public void No_test_sleeps_or_is_skipped() => Assert.Empty(Over(
        Repository.Files.Where(file => file.StartsWith("tests/", StringComparison.Ordinal) && file.EndsWith("Tests.cs", StringComparison.Ordinal)
            && !file.StartsWith("tests/EdgeNode.Tidy/", StringComparison.Ordinal)),
        Words.SleepsAndSkips));

    [Fact]
    public void A_sleep_is_seen() => Assert.Single(Words.SleepsAndSkips("await Task.Delay(5);"));

    [Fact]
    public void No_exception_vanishes() => Assert.Empty(Over(Repository.Product, Words.SwallowedExceptions));

    [Fact]
    public void A_vanishing_exception_is_seen() => Assert.Single(Words.SwallowedExceptions("class C { void F() { try { } catch { } } }"));

    private static IEnumerable<string> Over(IEnumerable<string> files, Func<string, IEnumerable<string>> check) =>
        files.SelectMany(file => check(Repository.Read(file)).Select(found => $"{file}: {found}"));
}
