using System.Text;
using CsCheck;

namespace EdgeNode.Worker.Tests;

public sealed class ConfigurationFuzzTests
{
    private const string Seed = "0000KDEC6BOE";
    private static readonly string[] Words =
    [
        "\n", "\n  ", "\n    ", "  ", "- ", ": ", ":", "? ", "&a ", "*a", "!!int ", "! ", "|\n", ">-\n", "\"", "'", "{", "}", "[", "]", ",", "#", "%YAML 1.2\n",
        "---\n", "...\n", "\t", "\r\n", "\0", "\uFEFF", "\uD800", "é", "<<", "~", "null", "site", "id", "areas", "doors", "readers", "desks", "wiegand", "from",
        "outside", "floor", "pin", "17", "-1", "5 s", "true", "timezone", "Europe/Brussels", "99999999999999999999", "store", "screen", "listen", "http://[::1]:1",
    ];

    [Fact]
    public void Random_words_of_yaml_never_throw() =>
        Gen.Int[0, Words.Length - 1].Select(index => Words[index]).Array[0, 60].Select(string.Concat).Sample(NeverThrows, seed: Seed, iter: 20_000, threads: 1);

    [Fact]
    public void Random_bytes_never_throw() =>
        Gen.Byte.Array[0, 200].Select(Encoding.UTF8.GetString).Sample(NeverThrows, seed: Seed, iter: 5_000, threads: 1);

    [Fact]
    public void A_damaged_sample_never_throws()
    {
        var sample = ConfigurationFixture.Sample;
        var damage = Gen.Select(Gen.Int[0, sample.Length], Gen.Int[0, 12], Gen.Int[0, Words.Length - 1].Select(index => Words[index]));
        damage.Array[1, 4]
            .Select(all => all.Aggregate(sample, (text, one) => Damage(text, one.Item1, one.Item2, one.Item3)))
            .Sample(NeverThrows, seed: Seed, iter: 500, threads: 1);
    }

    private static string Damage(string text, int at, int length, string word)
    {
        var from = Math.Min(at, text.Length);
        return text.Remove(from, Math.Min(length, text.Length - from)).Insert(from, word);
    }

    // A model or mistakes, never both and never neither; each mistake in order, inside the file, with a cure.
    private static void NeverThrows(string text)
    {
        var result = ConfigurationFixture.Read(text);
        Assert.Equal(result.Configuration is null, !result.Errors.IsEmpty);
        Assert.Equal(result.Errors.OrderBy(error => (error.Place.Line, error.Place.Column)), result.Errors);
        Assert.All(result.Errors, error => Assert.True(error.Place is { Line: > 0, Column: > 0, Length: > 0 } && error.Cure.Length > 0));
        Assert.NotEmpty(ErrorPage.Render("site.yaml", text, result.Errors));
    }
}
