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
    public void No_file_outside_tests_and_scripts_names_a_home_or_a_temporary_folder() =>
        Assert.Empty(Over(
            Repository.Files.Where(file => !Binary.Contains(Path.GetExtension(file)) && !file.StartsWith("tests/", StringComparison.Ordinal)
                && !file.EndsWith(".sh", StringComparison.Ordinal)),
            Words.HomesAndTemporaries));

    [Theory]
    [InlineData("see /home/anna/x", 1)]
    [InlineData("open(\"/tmp/x\")", 1)]
    [InlineData("https://example.org/home/page", 0)]
    public void A_home_and_a_temporary_folder_are_seen(string text, int found) => Assert.Equal(found, Words.HomesAndTemporaries(text).Count());

    [Fact]
    public void No_lock_file_names_a_host() => Assert.DoesNotContain(
        Repository.Files.Where(file => file.EndsWith("packages.lock.json", StringComparison.Ordinal)),
        file => Repository.Read(file).Contains("://", StringComparison.Ordinal));

    [Fact]
    public void A_file_has_the_name_of_its_type() => Assert.Empty(Repository.Product.SelectMany(file => Words.MisnamedTypes(file, Repository.Read(file)).Select(type => $"{file}: {type}")));

    [Fact]
    public void A_type_in_a_file_of_another_name_is_seen()
    {
        Assert.Single(Words.MisnamedTypes("edge/Door.cs", "class Strike;"));
        Assert.Empty(Words.MisnamedTypes("edge/Door.Log.cs", "static class DoorLog { }"));
    }

    [Fact]
    public void A_file_holds_one_type() => Assert.Empty(Over(Repository.Product, Words.SecondTypes));

    [Fact]
    public void A_second_type_is_seen() => Assert.Single(Words.SecondTypes("namespace N; class A { class Nested; } class B;"));

    [Fact]
    public void No_test_sleeps_or_is_skipped() => Assert.Empty(Over(
        Repository.Files.Where(file => file.StartsWith("tests/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal)
            && !file.StartsWith("tests/EdgeNode.Tidy/", StringComparison.Ordinal)),
        Words.SleepsAndSkips));

    [Fact]
    public void A_sleep_is_seen() => Assert.Single(Words.SleepsAndSkips("await Task.Delay(5);"));

    [Fact]
    public void No_exception_vanishes() => Assert.Empty(Over(Repository.Product, Words.SwallowedExceptions));

    [Fact]
    public void A_vanishing_exception_is_seen() => Assert.Single(Words.SwallowedExceptions("class C { void F() { try { } catch { } } }"));

    [Fact]
    public void A_whole_exception_that_vanishes_is_seen_in_spite_of_its_comment() =>
        Assert.Single(Words.SwallowedExceptions("class C { void F() { try { } catch (Exception) {\n// never\n} } }"));

    private static IEnumerable<string> Over(IEnumerable<string> files, Func<string, IEnumerable<string>> check) =>
        files.SelectMany(file => check(Repository.Read(file)).Select(found => $"{file}: {found}"));
}
