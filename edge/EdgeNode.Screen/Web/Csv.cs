using System.Text;

namespace EdgeNode.Screen;

/// <summary>A table as Excel opens it in Belgium: semicolons, a byte-order mark, and no text that it would take for a formula.</summary>
internal static class Csv
{
    /// <summary>The bytes of a file (RFC 4180, but for the semicolon).</summary>
    public static byte[] Write(IEnumerable<IEnumerable<string>> rows) =>
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => string.Join(';', row.Select(Cell)) + "\r\n")))];

    private static string Cell(string text) => $"\"{Guard(text).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // OWASP, CSV Injection: these begin a formula.
    private static string Guard(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? "'" + text : text;
}
