namespace EdgeNode.Mutations;

/// <summary>One planted mistake: a text of one file that becomes another, and the test that must then fail.</summary>
/// <param name="Name">What the mistake is, in words.</param>
/// <param name="File">Path from the root.</param>
/// <param name="Old">Stands exactly once in the file.</param>
/// <param name="New">What stands there instead.</param>
/// <param name="CaughtBy">A test project and the name of its test, or "build" and the code of the error.</param>
public sealed record Mutation(string Name, string File, string Old, string New, (string Project, string Test) CaughtBy)
{
    private static readonly string[] Keys = ["file: ", "old: ", "new: ", "caught by: "];

    /// <summary>Reads a catalogue: blocks of a name and four keys, blank lines between them, # before remarks.</summary>
    /// <exception cref="FormatException">A block is not whole; names it.</exception>
    public static IReadOnlyList<Mutation> Read(string catalogue) =>
    [
        .. string.Join('\n', catalogue.Split('\n').Where(line => !line.StartsWith('#')))
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(block => ReadBlock(block.Split('\n'))),
    ];

    /// <summary>The file with the mistake in it.</summary>
    /// <exception cref="FormatException">The old text does not stand exactly once: the code has moved on.</exception>
    public string Plant(string text)
    {
        var count = text.Split(Old).Length - 1;
        return count == 1 ? text.Replace(Old, New, StringComparison.Ordinal)
            : throw new FormatException($"{Name}: «{Old}» stands {count} times in {File}; it must stand once. Write the mutation anew.");
    }

    private static Mutation ReadBlock(string[] lines)
    {
        if (lines.Length != 1 + Keys.Length || Keys.Where((key, index) => !lines[index + 1].StartsWith(key, StringComparison.Ordinal)).Any())
        {
            throw new FormatException($"The block «{lines[0]}» must have a name, then the lines {string.Join(", ", Keys.Select(key => key.Trim()))}.");
        }

        var caught = lines[4][Keys[3].Length..].Split(' ', 2);
        return new(lines[0], lines[1][Keys[0].Length..], lines[2][Keys[1].Length..], lines[3][Keys[2].Length..], (caught[0], caught[1]));
    }
}
