using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace EdgeNode.Worker;

/// <summary>Writes mistakes for people: place, source line, caret, cure.</summary>
public static class ErrorPage
{
    private const int WidestLine = 110;

    /// <summary>All mistakes and the closing line that counts them; ends with a line feed.</summary>
    /// <param name="file">Name of the file as the user wrote it.</param>
    /// <param name="source">Text of the file.</param>
    /// <param name="errors">Sorted by place.</param>
    public static string Render(string file, string source, ImmutableArray<ConfigurationError> errors)
    {
        var lines = source.Split('\n');
        var page = new StringBuilder();
        foreach (var error in errors)
        {
            page.Append(Heading(file, error)).Append('\n');
            AppendSource(page, lines, error.Place);
            page.Append("       = ").Append(error.Cure).Append("\n\n");
        }

        var count = errors.Length == 1 ? "1 error" : string.Create(CultureInfo.InvariantCulture, $"{errors.Length} errors");
        return page.Append(count).Append(" in ").Append(file).Append("; nothing was changed.\n").ToString();
    }

    private static string Heading(string file, ConfigurationError error) =>
        string.Create(CultureInfo.InvariantCulture, $"{file}:{error.Place.Line}:{error.Place.Column}: {error.What}");

    private static void AppendSource(StringBuilder page, string[] lines, SourcePlace place)
    {
        var line = place.Line <= lines.Length ? Quoted.Printable(lines[place.Line - 1].TrimEnd('\r')) : "";
        if (line.Length == 0)
        {
            return;
        }

        // A very long line is shown from just before the place.
        var start = place.Column > WidestLine ? place.Column - 20 : 0;
        var shown = line[Math.Min(start, line.Length)..];
        shown = shown.Length > WidestLine ? shown[..WidestLine] : shown;
        var before = Math.Max(0, place.Column - 1 - start);
        var carets = Math.Clamp(place.Length, 1, Math.Max(1, shown.Length - before));
        page.Append(CultureInfo.InvariantCulture, $"{place.Line,6} | {shown}\n")
            .Append("       | ").Append(' ', before).Append('^', carets).Append('\n');
    }
}
