using System.Collections.Immutable;

namespace EdgeNode.Screen;

/// <summary>A counting of people that goes on; holds references, no names.</summary>
/// <param name="Since">When it began.</param>
/// <param name="Drilled">References of whom a drill looks for, as of its start; null = no drill, the alarm's own list counts.</param>
/// <param name="Safe">Who was found.</param>
public sealed record Muster(DateTimeOffset Since, ImmutableArray<string>? Drilled, ImmutableArray<Finding> Safe)
{
    /// <summary>With one person found, or not any more.</summary>
    public Muster Mark(string person, Finding? found)
    {
        var others = Safe.RemoveAll(finding => finding.Person == person);
        return this with { Safe = found is null ? others : others.Add(found) };
    }
}
