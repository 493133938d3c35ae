using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace EdgeNode.CloudSync;

/// <summary>One list of a letter on its way into the site's own words, row by row.</summary>
/// <param name="errors">Told what is wrong, and where.</param>
/// <param name="list">The list's name in the letter.</param>
/// <param name="read">Reads a row.</param>
/// <param name="key">What identifies a row: it may stand in the list once.</param>
internal sealed class PolicyList<TRow, TCore>(PolicyErrors errors, string list, Func<TRow, PolicyErrors, TCore> read, Func<TCore, string> key)
    where TRow : class
{
    private readonly List<TCore> _values = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private int _index;

    /// <summary>Reads the next row.</summary>
    public void Add(TRow? row)
    {
        errors.At(list, _index++);
        if (row is null)
        {
            errors.Add("row", "is null; leave it out");
            return;
        }

        var value = read(row, errors);
        if (!_seen.Add(key(value)))
        {
            errors.Add("row", "has an identifier that stands in the list before; send each once");
        }

        _values.Add(value);
    }

    /// <summary>All rows that are there.</summary>
    public ImmutableArray<TCore> Close()
    {
        errors.At("", 0);
        return ImmutableCollectionsMarshal.AsImmutableArray(_values.ToArray());
    }
}
