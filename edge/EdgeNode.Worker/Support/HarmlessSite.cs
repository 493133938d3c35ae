using System.Text;
using System.Text.RegularExpressions;

namespace EdgeNode.Worker;

/// <summary>The site's file without whatever a person may have written into it: no comment, and of the values only what is known to be harmless.</summary>
internal static partial class HarmlessSite
{
    // What stands under these keys is of a closed set, or names a place or a device.
    private static readonly HashSet<string> Harmless =
    [
        "id", "from", "to", "area", "timezone", "wiring", "normally", "direction", "kind", "chip", "port", "formats", "days", "gpio", "untrustedClock", "onJournalFailure",
        "antiPassback", "leastAssurance", "atLimit", "unlock", "pin", "reader", "openingTime", "closingTime", "passbackCutOff",
    ];

    /// <summary>Every key of a text, with its value where that is harmless.</summary>
    public static string Of(string text)
    {
        var lines = new StringBuilder();
        Tell(lines, YamlTree.Parse(text, new ErrorList()), "", harmless: false);
        return lines.ToString();
    }

    private static void Tell(StringBuilder lines, YamlValue? value, string path, bool harmless)
    {
        switch (value)
        {
            case YamlValue.Map map:
                foreach (var entry in map.Entries)
                {
                    Tell(lines, entry.Value, $"{path}/{(Word().IsMatch(entry.Key) ? entry.Key : "(left out)")}", Harmless.Contains(entry.Key));
                }

                break;
            case YamlValue.List list:
                for (var index = 0; index < list.Items.Length; index++)
                {
                    Tell(lines, list.Items[index], $"{path}/{index}", harmless);
                }

                break;
            case YamlValue.Scalar scalar:
                lines.Append(path).Append(" = ").Append(harmless || Measure().IsMatch(scalar.Text) ? scalar.Text : "(left out)").Append('\n');
                break;
        }
    }

    // Up to four digits, with a unit: no card number, code or date of birth.
    [GeneratedRegex(@"^(true|false|\d{1,4}( (ms|s|min|h))?)$")]
    private static partial Regex Measure();

    [GeneratedRegex("^[A-Za-z0-9]{1,24}$")]
    private static partial Regex Word();
}
