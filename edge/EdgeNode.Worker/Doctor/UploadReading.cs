using EdgeNode.Core;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary>Reads from the journal, also while the node writes to it, which usage days the network has.</summary>
internal static class UploadReading
{
    /// <summary>The days as of the last record; null = there is no journal.</summary>
    public static UploadFact? Of(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        var owed = new SortedSet<DateOnly>();
        (DateOnly Day, DateTimeOffset At)? last = null;
        JournalProof.Read(folder, 1, long.MaxValue, (_, entry) =>
        {
            switch (entry.Fact)
            {
                case JournalFact.DayClosed closed:
                    owed.Add(closed.Day);
                    break;
                case JournalFact.UsageAcknowledged acknowledged:
                    owed.Remove(acknowledged.Day);
                    last = (acknowledged.Day, entry.At.Wall);
                    break;
            }
        });
        return new(last?.Day, last?.At, owed.Count > 0 ? owed.Min : null, owed.Count);
    }
}
