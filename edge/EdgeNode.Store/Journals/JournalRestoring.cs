using EdgeNode.Core;

namespace EdgeNode.Store;

/// <summary>
/// Makes a journal that was put back from a copy fit to go on. The network may have records that came after the copy, so none of their
/// numbers may be given again: the chain goes on from the copy's last record, under a number that is the time in milliseconds since 1970 UTC.
/// No journal writes a thousand records in every second of its life, so that lies beyond all that can have been given.
/// </summary>
public static class JournalRestoring
{
    /// <summary>Opens the copy, mends what is torn at its end, and adds the record that says that it was put back.</summary>
    /// <param name="folder">The journal's folder; nobody uses it.</param>
    /// <param name="options">How it is opened.</param>
    /// <param name="at">Now.</param>
    /// <returns>The copy's last record, and what was wrong with the copy, in words.</returns>
    /// <exception cref="IOException">A disk refused, the copy holds no record, or the clock is before its last one.</exception>
    public static (long Last, IReadOnlyList<string> Problems) GoOn(string folder, JournalOptions options, Moment at) => GoOn(folder, options, at, LinuxFiles.Instance);

    internal static (long Last, IReadOnlyList<string> Problems) GoOn(string folder, JournalOptions options, Moment at, FileLayer files)
    {
        var next = at.Wall.ToUnixTimeMilliseconds();
        var (last, head, problems) = Ending(folder, options, at, files);
        if (next <= last + 1)
        {
            throw Early(at, $"record {last}");
        }

        Pass(new(files, folder), next - 1, head);
        using var journal = Journal.Open(folder, options, TimeProvider.System, files);
        journal.Append(new JournalFact.JournalRestored(last), at);
        return journal.Flush() ? (last, problems) : throw new IOException($"the disk does not take the record that the journal in {folder} was put back: {journal.Condition.Refusal}");
    }

    private static (long Last, string Head, IReadOnlyList<string> Problems) Ending(string folder, JournalOptions options, Moment at, FileLayer files)
    {
        using var copy = Journal.Open(folder, options, TimeProvider.System, files);
        var entry = copy.Read(Math.Max(1, copy.Durable)).LastOrDefault() ?? throw new IOException("the copy holds no record of a journal. Take another one.");
        return entry.At is { Trust: not ClockTrust.Untrusted } end && end.Wall > at.Wall
            ? throw Early(at, $"{end.Wall:u}")
            : (copy.Durable, copy.Head, copy.OpeningReport);
    }

    private static IOException Early(Moment at, string end) =>
        new($"this machine's clock says {at.Wall:u}, but the copy ends at {end}. Set the clock (timedatectl), then do it again.");

    private static void Pass(SegmentFiles segments, long sequence, string head)
    {
        var scan = segments.Scan(segments.All()[^1]);
        segments.Replace(scan.Path, SegmentMending.Mend(scan, new(), scan.Header!.Epoch, (sequence, head)));
    }
}
