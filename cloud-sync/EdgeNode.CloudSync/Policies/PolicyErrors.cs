using System.Collections.Immutable;

namespace EdgeNode.CloudSync;

/// <summary>What is wrong with a letter, by place. Names places only, never what stands there when it could point to a person.</summary>
internal sealed class PolicyErrors
{
    // Enough to see what the sender does wrong; a letter of 100,000 bad rows needs no 100,000 lines.
    private const int Most = 30;

    private (string List, int Index) _place = ("", 0);

    public ImmutableArray<string> All { get; private set; } = [];

    public void Add(string member, string wrong)
    {
        if (All.Length < Most)
        {
            All = All.Add($"{(_place.List.Length == 0 ? member : $"{_place.List}[{_place.Index}].{member}")} {wrong}.");
        }
    }

    /// <summary>What is added from here on stands in a row of a list; "" = in the letter itself.</summary>
    public void At(string list, int index) => _place = (list, index);

    /// <summary>Takes over what was found wrong elsewhere in the same letter.</summary>
    public void Add(PolicyErrors other) => All = [.. All.Concat(other.All).Take(Most)];

    public ImmutableArray<TCore> Each<TRow, TCore>(
        string list, IReadOnlyList<TRow> rows, Func<TRow, PolicyErrors, TCore> read, Func<TCore, string> key)
        where TRow : class
    {
        var values = new PolicyList<TRow, TCore>(this, list, read, key);
        foreach (var row in rows)
        {
            values.Add(row);
        }

        return values.Close();
    }
}
