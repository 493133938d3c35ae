using System.Globalization;
using System.Text.RegularExpressions;

namespace EdgeNode.Worker;

internal sealed partial class Field
{
    private static readonly (string Unit, TimeSpan Length)[] Units =
    [
        ("h", TimeSpan.FromHours(1)), ("min", TimeSpan.FromMinutes(1)), ("s", TimeSpan.FromSeconds(1)), ("ms", TimeSpan.FromMilliseconds(1)),
    ];

    /// <summary>A whole number within bounds, both included.</summary>
    public int? Whole(int least, int most, int example)
    {
        Accepts(string.Create(CultureInfo.InvariantCulture, $"whole {least}..{most}"));
        var scalar = Scalar("a whole number", Show(example));
        if (scalar is null)
        {
            return null;
        }

        if (!scalar.Plain || !WholeNumber().IsMatch(scalar.Text))
        {
            TellShape("a whole number", $"write a number from {least} to {most} without quotes, for example {key}: {example}");
            return null;
        }

        if (int.TryParse(scalar.Text, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Fail($"{key} is {Shortened(scalar.Text)}; it must be from {least} to {most}", $"write for example {key}: {example}");
        return null;
    }

    /// <summary>A length of time with its unit, such as <c>5 s</c> or <c>15 min</c>, within bounds, both included.</summary>
    public TimeSpan? Time(TimeSpan least, TimeSpan most, TimeSpan example)
    {
        Accepts("time");
        var scalar = Scalar("a time", Show(example));
        if (scalar is null)
        {
            return null;
        }

        var match = LengthOfTime().Match(scalar.Text);
        if (!match.Success)
        {
            TellShape("a time with its unit (ms, s, min, h)", $"write for example {key}: {Show(example)}");
            return null;
        }

        var unit = Units.First(known => known.Unit == match.Groups[2].Value).Length;
        var time = unit * int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        if (time >= least && time <= most)
        {
            return time;
        }

        Fail($"{key} is {scalar.Text}; it must be from {Show(least)} to {Show(most)}", $"write for example {key}: {Show(example)}");
        return null;
    }

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Show(TimeSpan time)
    {
        var (unit, length) = time == TimeSpan.Zero ? Units[2] : Units.First(known => time.Ticks % known.Length.Ticks == 0);
        return string.Create(CultureInfo.InvariantCulture, $"{time / length:0} {unit}");
    }

    private static string Shortened(string digits) => digits.Length > 20 ? digits[..20] + "…" : digits;

    [GeneratedRegex("^-?[0-9]+$")]
    private static partial Regex WholeNumber();

    [GeneratedRegex("^([0-9]{1,6}) ?(ms|s|min|h)$")]
    private static partial Regex LengthOfTime();
}
