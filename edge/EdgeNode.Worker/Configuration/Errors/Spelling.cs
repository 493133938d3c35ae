namespace EdgeNode.Worker;

/// <summary>Finds the word that was meant by a misspelt one.</summary>
internal static class Spelling
{
    /// <summary>The nearest word within a third of its length (at least one letter) in edits; null when none is near.</summary>
    public static string? Nearest(string text, IEnumerable<string> words)
    {
        if (text.Length is 0 or > 64)
        {
            return null;
        }

        return words
            .Select(word => (Word: word, Edits: Distance(text.ToUpperInvariant(), word.ToUpperInvariant())))
            .Where(found => found.Edits <= Math.Max(1, found.Word.Length / 3) && found.Edits < found.Word.Length)
            .OrderBy(found => found.Edits)
            .ThenBy(found => found.Word, StringComparer.Ordinal)
            .Select(found => found.Word)
            .FirstOrDefault();
    }

    /// <summary>Insertions, deletions, changes and swaps of neighbours (optimal string alignment).</summary>
    public static int Distance(string a, string b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                cost[i, j] = i == 0 || j == 0 ? i + j : Cheapest(a, b, i, j, cost);
            }
        }

        return cost[a.Length, b.Length];
    }

    private static int Cheapest(string a, string b, int i, int j, int[,] cost)
    {
        var change = cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        var best = Math.Min(change, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return swapped ? Math.Min(best, cost[i - 2, j - 2] + 1) : best;
    }
}
