using System.Text;
using EdgeNode.Core;

namespace EdgeNode.Store;

/// <summary>
/// Reads every segment at the start: what is whole is kept, a write that was interrupted is cut, damage is reported, set aside as
/// a copy and bridged by a mark. Sequences go on behind the last one known, so none is ever used twice.
/// </summary>
/// <param name="files">Where from.</param>
/// <param name="folder">The journal's folder.</param>
/// <param name="newEpoch">Makes the epoch of a journal that has none; null = leave it without.</param>
/// <param name="readFrom">Segments wholly before this sequence are left unread.</param>
/// <param name="readTo">Records behind this sequence are left out; only without mending.</param>
/// <param name="segments">The segments in it, to which content is owed that the disk refuses.</param>
internal sealed class JournalOpening(
    FileLayer files, string folder, Func<string>? newEpoch = null, long readFrom = 1, long readTo = long.MaxValue, SegmentFiles? segments = null)
{
    private readonly SegmentFiles _segments = segments ?? new(files, folder);
    private JournalChain _chain = new();
    private string? _tail;
    private (SegmentScan Scan, JournalGap Gap)? _passed;

    /// <summary>Last sequence found.</summary>
    public long Sequence => _chain.Sequence;

    /// <summary>Hash of the last record found.</summary>
    public string Head => _chain.Head;

    /// <summary>The epoch; null when the journal has not been born yet.</summary>
    public string? Epoch { get; private set; }

    /// <summary>Whole records found.</summary>
    public long Records { get; private set; }

    /// <summary>The segment to go on with; null where a first one must be begun.</summary>
    public SegmentScan? Last { get; private set; }

    /// <summary>What was found, in words.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>Sequences passed over because the journal was put back from a copy, as the record behind them says.</summary>
    public List<JournalGap> Restorations { get; } = [];

    /// <summary>Reads everything; with <paramref name="mend"/>, also cuts, sets aside and mends.</summary>
    public void Read(bool mend)
    {
        var all = _segments.All();
        _tail = all is [.., var tail] ? tail : null;
        var paths = all.TakeWhile((path, index) => index == 0 || SegmentFiles.FirstOf(path) <= readTo).ToList();
        ReadEpoch(paths);
        var first = SkipTo(paths);
        var next = first < paths.Count ? _segments.Scan(paths[first]) : null;
        for (var index = first + 1; next is not null; index++)
        {
            var scan = next;
            next = index < paths.Count ? _segments.Scan(paths[index]) : null;
            var before = new JournalChain(Sequence, Head);
            Last = Check(scan, next, mend);
            var unreadable = Walk(Last);
            if (unreadable.Count > 0 && mend)
            {
                Last = Mend(Last with { Frames = [.. Last.Frames.Except(unreadable)] }, before, hurt: true, (Sequence, Head));
            }
        }

        Account(behind: null);
    }

    /// <summary>Called with each whole record in its place, in order.</summary>
    public Action<JournalLine, JournalEntry>? Seen { get; init; }

    // The last segment that begins at or before the wanted record; from one without a whole header nothing can be gone on with.
    private int SkipTo(List<string> paths)
    {
        for (var index = paths.Count - 1; index > 0; index--)
        {
            if (SegmentFiles.FirstOf(paths[index]) <= readFrom && _segments.Header(paths[index]) is { } header)
            {
                _chain = new(header.First - 1, header.Previous);
                return index;
            }
        }

        return 0;
    }

    // The file is durable before the first segment is begun, and every segment has a checked copy: where they differ, the file is damaged.
    private void ReadEpoch(List<string> paths)
    {
        var kept = EpochFile.Read(files, folder);
        Epoch = paths.Select(path => _segments.Header(path)?.Epoch).FirstOrDefault(epoch => epoch is not null) ?? kept;
        if (paths.Count > 0 && Epoch != kept)
        {
            Problems.Add("The epoch file was missing or damaged; the epoch was read from a segment.");
        }
        else if (paths.Count > 0 && Epoch is null)
        {
            Problems.Add("The epoch was lost: a new one begins.");
        }

        Epoch ??= newEpoch?.Invoke();
    }

    private SegmentScan Check(SegmentScan found, SegmentScan? next, bool mend)
    {
        // Only the end of the journal can have been written to when the power went.
        var tear = found.Path == _tail ? found.FindTear() : null;
        var whole = tear is null ? found : Cut(found, tear.Value, mend);
        var scan = readTo < long.MaxValue ? whole.Through(readTo) : whole;
        if (!SegmentMending.IsDue(scan, next))
        {
            if (tear is not null && mend)
            {
                Take(scan, scan.Bytes, () => WriteZeros(scan, tear.Value.Offset));
            }

            return scan;
        }

        var hurt = Tell(scan);
        if (!mend)
        {
            return scan;
        }

        return Mend(scan, _chain, hurt, next is null ? SegmentMending.EndOfDamage(scan, _chain) : SegmentMending.EndBefore(next));
    }

    private SegmentScan Mend(SegmentScan scan, JournalChain before, bool hurt, (long Sequence, string Head)? end)
    {
        var bytes = SegmentMending.Mend(scan, before, Epoch ?? "", end);
        Take(scan, bytes, () =>
        {
            if (hurt)
            {
                Tell(scan, $"it is kept as it was found as {_segments.SetAside(scan.Path)}, what is whole stays in use; have the disk checked");
            }

            _segments.Replace(scan.Path, bytes);
        });
        return SegmentScan.Of(scan.Path, scan.First, bytes);
    }

    // A disk that refuses everything must not keep the node from starting.
    private void Take(SegmentScan scan, byte[] content, Action write)
    {
        try
        {
            write();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Tell(scan, $"the disk does not take it mended: {refused.Message} What is whole is in use all the same, and is written as soon as the disk takes it");
            _segments.Owe(scan.Path, content, keepFound: true);
        }
    }

    private SegmentScan Cut(SegmentScan scan, Wound tear, bool mend)
    {
        var torn = scan.Bytes.AsSpan(tear.Offset).TrimEnd((byte)0).ToArray();
        var cut = scan.CutAt(tear);
        if (!mend)
        {
            // Nothing of it was ever acknowledged, and a node that runs is writing there just now.
            return cut;
        }

        var kept = _segments.SetAside(scan.Path, torn);
        Tell(
            scan,
            $"{torn.Length} bytes after record {cut.Last}, from a write that was interrupted before the disk confirmed it, were cut{(kept is null ? "" : $" and kept as {kept}")}");
        return cut;
    }

    private void WriteZeros(SegmentScan scan, int from)
    {
        using var file = _segments.Open(scan.Path);
        file.Write(from, scan.Bytes.AsSpan(from));
        file.Sync();
    }

    // True when the file itself is damaged; a segment that merely is followed by a missing one is not.
    private bool Tell(SegmentScan scan)
    {
        if (scan.Header is null)
        {
            Tell(scan, "its header is damaged");
        }

        if (scan.Unreadable > 0)
        {
            Tell(scan, $"{scan.Unreadable} bytes of it cannot be read");
        }

        foreach (var wound in scan.Wounds)
        {
            Tell(scan, $"record {scan.Before(wound) + 1} is damaged at byte {wound.Offset}, {wound.Length} bytes long");
        }

        if (scan.IsTruncated)
        {
            Tell(scan, $"it was truncated to {scan.Bytes.Length} bytes; what came after record {scan.Last} in it is lost");
        }

        return scan.Header is null || scan.Wounds.Count > 0 || scan.IsTruncated || scan.Unreadable > 0;
    }

    private void Tell(SegmentScan scan, string what) => Problems.Add($"{Path.GetFileName(scan.Path)}: {what}.");

    // Returns the frames whose records cannot be read.
    private List<Frame> Walk(SegmentScan scan)
    {
        var unreadable = new List<Frame>();
        if (scan.Header is { } header && header.Epoch != (Epoch ??= header.Epoch))
        {
            Tell(scan, $"it is of epoch {header.Epoch}, the journal of epoch {Epoch}; it was copied here from another journal");
        }

        Pass(scan, scan.First - 1, SegmentMending.HeadBefore(scan));
        foreach (var frame in scan.Frames)
        {
            if (frame.Kind == FrameKind.Mark)
            {
                Pass(scan, frame.Sequence, Encoding.ASCII.GetString(frame.Public(scan.Bytes)));
            }
            else if (!Follow(scan, frame) && !SegmentMending.IsReadable(scan, frame))
            {
                unreadable.Add(frame);
            }
        }

        return unreadable;
    }

    // The chain goes on behind a sequence; what it jumps over is missing.
    private void Pass(SegmentScan scan, long sequence, string? head)
    {
        if (sequence > Sequence)
        {
            Account(behind: null);
            _passed = (scan, new(Sequence + 1, sequence));
            _chain = new(sequence, head);
        }
    }

    // What was passed over is missing, unless the record behind it says why.
    private void Account(JournalFact? behind)
    {
        if (_passed is not var (scan, gap))
        {
            return;
        }

        _passed = null;
        if (behind is JournalFact.JournalRestored restored && restored.After == gap.First - 1)
        {
            Restorations.Add(gap);
        }
        else
        {
            Tell(scan, $"records {gap.First} to {gap.Last} are missing");
        }
    }

    private bool Follow(SegmentScan scan, Frame frame)
    {
        var line = frame.Public(scan.Bytes);
        if (_chain.TryAccept(line, frame.Personal(scan.Bytes), out var entry) is not { } problem)
        {
            Account(entry!.Fact);
            Records++;
            Seen?.Invoke(new(frame.Sequence, line.ToArray(), frame.Personal(scan.Bytes).ToArray(), _chain.Head), entry);
            return true;
        }

        Account(behind: null);
        Tell(scan, $"byte {frame.Offset}: {problem.TrimEnd('.')}");
        if (frame.Sequence > Sequence)
        {
            _chain = new(frame.Sequence, JournalCodec.HashOf(line));
        }

        return false;
    }
}
