using EdgeNode.Core;

namespace EdgeNode.Store;

/// <summary>Walks through a journal without changing it, also while a node writes to it.</summary>
public static class JournalProof
{
    /// <summary>Looks at every byte, the chain and the seals of days.</summary>
    /// <param name="folder">The journal's folder.</param>
    /// <param name="from">First record that matters; what stands before it in the same file is looked at too.</param>
    /// <param name="to">Last record that matters.</param>
    /// <param name="signed">Whether a seal of this epoch is the site's; null = seals are only compared with the chain.</param>
    public static JournalVerdict Verify(string folder, long from = 1, long to = long.MaxValue, Func<string, JournalFact.DaySealed, bool>? signed = null) =>
        Verify(LinuxFiles.Instance, folder, from, to, signed);

    /// <summary>Every whole record, oldest first, in its place.</summary>
    public static void Read(string folder, long from, long to, Action<JournalLine, JournalEntry> seen) =>
        new JournalOpening(LinuxFiles.Instance, folder, readFrom: from, readTo: to) { Seen = (line, entry) => Within(from, line, entry, seen) }.Read(mend: false);

    internal static JournalVerdict Verify(FileLayer files, string folder, long from, long to, Func<string, JournalFact.DaySealed, bool>? signed)
    {
        var closed = new Dictionary<long, string>();
        var (seals, through) = (0, 0L);
        JournalOpening opening = null!;
        opening = new(files, folder, readFrom: from, readTo: to) { Seen = Look };
        opening.Read(mend: false);
        return new(opening.Records, opening.Head, opening.Problems) { Seals = seals, SealedThrough = through, Restorations = opening.Restorations };

        void Look(JournalLine line, JournalEntry entry)
        {
            if (entry.Fact is JournalFact.DayClosed)
            {
                closed.Add(entry.Sequence, line.Hash);
            }
            else if (entry.Fact is JournalFact.DaySealed seal)
            {
                Judge(seal, entry.Sequence);
            }
        }

        void Judge(JournalFact.DaySealed seal, long sequence)
        {
            if (closed.TryGetValue(seal.Through, out var head) ? head != seal.Head : seal.Through >= from)
            {
                opening.Problems.Add($"record {seal.Through} is not the one that the site signed for {seal.Day:O} in record {sequence}.");
            }
            else if (signed?.Invoke(opening.Epoch ?? "", seal) == false)
            {
                opening.Problems.Add($"record {sequence}: the signature of {seal.Day:O} is not the site's.");
            }
            else
            {
                (seals, through) = (seals + 1, seal.Through);
            }
        }
    }

    private static void Within(long from, JournalLine line, JournalEntry entry, Action<JournalLine, JournalEntry> seen)
    {
        if (entry.Sequence >= from)
        {
            seen(line, entry);
        }
    }
}
