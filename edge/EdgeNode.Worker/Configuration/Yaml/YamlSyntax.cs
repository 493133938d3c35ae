using YamlDotNet.Core;

namespace EdgeNode.Worker;

/// <summary>Turns a failure of the YAML parser into words for the person who wrote the file.</summary>
internal static class YamlSyntax
{
    public static (SourcePlace Place, string What, string Cure) Explain(Mark start, string message, string text)
    {
        var lines = text.Split('\n');
        var line = Math.Clamp((int)start.Line, 1, lines.Length);
        var place = new SourcePlace(line, Math.Max(1, (int)start.Column), 1);
        var tab = TabInIndentation(lines, line);
        if (tab is { } found)
        {
            return (found, "a tab stands in the indentation; YAML allows spaces only", "replace each tab by two spaces");
        }

        return (place,
            $"this is no YAML: {Quoted.Printable(FirstSentence(message))}",
            "look at this line and the one above: a missing colon, quote or bracket, or uneven indentation; then check again, the rest was not read");
    }

    // The parser reports the tab itself, or the value before or after it, so the neighbouring lines are looked at too.
    private static SourcePlace? TabInIndentation(string[] lines, int line)
    {
        foreach (var number in new[] { line, line + 1, line - 1 }.Where(number => number >= 1 && number <= lines.Length))
        {
            var text = lines[number - 1];
            var indentation = text.Length - text.TrimStart(' ', '\t').Length;
            var tab = text.IndexOf('\t', StringComparison.Ordinal);
            if (tab >= 0 && tab < indentation)
            {
                return new SourcePlace(number, tab + 1, 1);
            }
        }

        return null;
    }

    private static string FirstSentence(string message)
    {
        var end = message.IndexOfAny(['\r', '\n']);
        return (end < 0 ? message : message[..end]).TrimEnd('.');
    }
}
