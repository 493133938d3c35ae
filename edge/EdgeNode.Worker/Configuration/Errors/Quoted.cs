namespace EdgeNode.Worker;

/// <summary>Puts text out of the file into a message: short, and without control characters that a terminal would obey.</summary>
internal static class Quoted
{
    private const int Longest = 40;

    public static string Text(string text) =>
        $"\"{Printable(text.Length > Longest ? text[..Longest] + "…" : text)}\"";

    public static string Printable(string text) =>
        string.Create(text.Length, text, (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = from[i] == '\t' ? ' ' : char.IsControl(from[i]) || char.IsSurrogate(from[i]) ? '?' : from[i];
            }
        });

    /// <summary>Words as "a, b or c".</summary>
    public static string Either(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}",
    };
}
