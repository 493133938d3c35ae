using System.Collections.Immutable;

namespace EdgeNode.Worker;

/// <summary>What was set aside, passed over, rebuilt or lost, each once and in words with its cure: it stays on the page, and in what the network sees, until the next start. Safe from any thread.</summary>
internal sealed class ProblemList
{
    private ImmutableArray<string> _all = [];

    /// <summary>All of them, oldest first.</summary>
    public ImmutableArray<string> All => _all;

    /// <summary>One more; the same words only once.</summary>
    public void Add(string problem) =>
        ImmutableInterlocked.Update(ref _all, (known, added) => known.Contains(added) ? known : known.Add(added), problem);
}
