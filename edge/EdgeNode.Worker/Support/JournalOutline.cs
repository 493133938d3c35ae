using System.Globalization;
using EdgeNode.Core;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary>What happened at a site, by kind and time alone.</summary>
internal static class JournalOutline
{
    private const int Shown = 500;

    public static string Of(string folder)
    {
        var latest = new Queue<JournalEntry>();
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        JournalProof.Read(folder, 1, long.MaxValue, (_, entry) =>
        {
            counts[Kind(entry)] = counts.GetValueOrDefault(Kind(entry)) + 1;
            latest.Enqueue(entry);
            if (latest.Count > Shown)
            {
                latest.Dequeue();
            }
        });
        return string.Concat(counts.Select(count => $"{count.Value,9}  {count.Key}\n").Append("\n").Concat(latest.Select(Line)));
    }

    private static string Line(JournalEntry entry) =>
        string.Create(CultureInfo.InvariantCulture, $"{entry.Sequence,9}  {entry.At.Wall:yyyy-MM-dd HH:mm:ss}  {entry.At.Trust,-9}  {Kind(entry)}\n");

    private static string Kind(JournalEntry entry) => entry.Fact.GetType().Name;
}
