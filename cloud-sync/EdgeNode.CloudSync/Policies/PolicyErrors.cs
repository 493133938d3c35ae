using System.Collections.Immutable;

namespace EdgeNode.CloudSync;

/// <summary>What is wrong with a letter, by place. Names places only, never what stands there when it could point to a person.</summary>
internal sealed class PolicyErrors
{
    // Enough to see what the sender does wrong; a letter of 100,000 bad rows needs no 100,000 lines.
    private const int Most = 30;

    private string _place = "";

    public ImmutableArray<string> All { get; private set; } = [];

    public void Add(string member, string wrong)
    {
        if (All.Length < Most)
        {
            All = All.Add($"{(_place.Length == 0 ? member : $"{_place}.{member}")} {wrong}.");
        }
    }

    public ImmutableArray<TCore> Each<TRow, TCore>(
        string list, IReadOnlyList<TRow> rows, Func<TRow, PolicyErrors, TCore> read, Func<TCore, string> key)
        where TRow : class
    {
        var values = ImmutableArray.CreateBuilder<TCore>(rows.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < rows.Count; index++)
        {
            _place = $"{list}[{index}]";
            if (rows[index] is not { } row)
            {
                Add("row", "is null; leave it out");
                continue;
            }

            var value = read(row, this);
            if (!seen.Add(key(value)))
            {
                Add("row", "has an identifier that stands in the list before; send each once");
            }

            values.Add(value);
        }

        _place = "";
        return values.ToImmutable();
    }
}
