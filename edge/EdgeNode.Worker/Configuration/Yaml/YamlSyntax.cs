using YamlDotNet.Core;

namespace EdgeNode.Worker;

/// <summary>Turns a failure of the YAML parser into words for the person who wrote the file.</summary>
internal static class YamlSyntax
{
    public static (SourcePlace Place, string What, string Cure) Explain(YamlException failure, string text)
    {
        var lines = text.Split('\n');
        var line = Math.Clamp((int)failure.Start.Line, 1, lines.Length);
        var place = new SourcePlace(line, Math.Max(1, (int)failure.Start.Column), 1);
        var tab = TabInIndentation(lines, line);
        if (tab is { } found)
        {
            return (found, "a tab stands in the indentation; YAML allows spaces only", "replace each tab by two spaces");
        }

        return (place,
            $"this is no YAML: {Quoted.Printable(FirstSentence(failure))}",
            "look at this line and the one above: a missing colon, quote or bracket, or uneven indentation; then check again, the rest was not read");
    }

    // The parser reports the tab itself or the end of the value before it, so the line above is looked at too.
    private static SourcePlace? TabInIndentation(string[] lines, int line)
    {
        for (var number = line; number >= Math.Max(1, line - 1); number--)
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

    private static string FirstSentence(YamlException failure)
    {
        var end = failure.Message.IndexOfAny(['\r', '\n']);
        return (end < 0 ? failure.Message : failure.Message[..end]).TrimEnd('.');
    }
}
