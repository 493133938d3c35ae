using EdgeNode.Mutations;
using Xunit;

namespace EdgeNode.Tidy;

public class MutationTests
{
    private static readonly IReadOnlyList<Mutation> All = Mutation.Read(Repository.Read("tests/EdgeNode.Mutations/mutations.txt"));

    [Fact]
    public void Every_planted_mistake_still_fits_the_code() => Assert.All(All, mutation => mutation.Plant(Repository.Read(mutation.File)));

    [Fact]
    public void A_mistake_that_fits_nowhere_or_twice_is_seen()
    {
        var mutation = new Mutation("m", "f", "a", "b", ("P", "T"));
        Assert.Throws<FormatException>(() => mutation.Plant("nothing"));
        Assert.Throws<FormatException>(() => mutation.Plant("a and a"));
    }

    [Fact]
    public void Every_planted_mistake_names_a_test_that_exists() =>
        Assert.Empty(All.Where(mutation => mutation.CaughtBy.Project != "build" && !IsTest(mutation.CaughtBy)).Select(mutation => mutation.CaughtBy));

    [Fact]
    public void Every_planted_mistake_stands_in_the_readme()
    {
        var readme = Repository.Read("tests/README.md");
        Assert.All(All, mutation => Assert.Contains($"| {mutation.Name} | `{mutation.CaughtBy.Project}` | `{mutation.CaughtBy.Test}` |", readme, StringComparison.Ordinal));
    }

    // What the world catches is named by the promise that breaks.
    private static bool IsTest((string Project, string Test) caughtBy) => caughtBy.Project == "World" ? IsPromise(caughtBy.Test) : Repository.Files
        .Where(file => file.StartsWith($"tests/EdgeNode.{caughtBy.Project}/", StringComparison.Ordinal) && file.EndsWith("Tests.cs", StringComparison.Ordinal))
        .Any(file => Repository.Read(file).Contains($" {caughtBy.Test}(", StringComparison.Ordinal));

    private static bool IsPromise(string words) => Repository.Files
        .Where(file => file.StartsWith("tests/EdgeNode.HostileWorld/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))
        .Any(file => Repository.Read(file).Contains($"\"{words}\"", StringComparison.Ordinal));
}
