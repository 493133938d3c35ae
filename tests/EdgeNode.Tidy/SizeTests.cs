using Xunit;

namespace EdgeNode.Tidy;

public class SizeTests
{
    [Fact]
    public void Files_are_short()
    {
        var sizes = Repository.Product.Select(file => (file, Lines: Sizes.OfFile(Repository.Read(file)))).ToArray();
        Assert.DoesNotContain(sizes, size => size.Lines > 350);
        Assert.InRange(Sizes.Percentile(sizes.Select(size => size.Lines), 0.5), 1, 50);
        Assert.InRange(Sizes.Percentile(sizes.Select(size => size.Lines), 0.95), 1, 200);
    }

    [Fact]
    public void Functions_are_short()
    {
        var functions = Repository.Product.SelectMany(file => Sizes.OfFunctions(Repository.Read(file)).Select(size => (file, size.Name, size.Lines))).ToArray();
        Assert.DoesNotContain(functions, size => size.Lines > 70);
        Assert.InRange(Sizes.Percentile(functions.Select(size => size.Lines), 0.5), 1, 9);
        Assert.InRange(Sizes.Percentile(functions.Select(size => size.Lines), 0.95), 1, 30);
    }

    [Fact]
    public void A_long_function_is_seen()
    {
        var text = $"class C {{ void Long()\n{{\n{string.Concat(Enumerable.Repeat(";\n", 80))}}} }}";
        Assert.Contains(Sizes.OfFunctions(text), size => size is { Name: "Long", Lines: > 70 });
    }
}
