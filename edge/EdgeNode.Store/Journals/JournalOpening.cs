using EdgeNode.Core;

namespace EdgeNode.Store;

/// <summary>
/// Reads every segment at the start: what is whole is kept, a torn tail is cut, damage before it is reported and a copy of the
/// file set aside. Sequences go on behind the last whole record, so none is ever used twice.
/// </summary>
internal sealed class JournalOpening(SegmentFiles segments)
{
    private JournalChain _chain = new();

    /// <summary>Last sequence found.</summary>
    public long Sequence => _chain.Sequence;

    /// <summary>Hash of the last record found.</summary>
    public string Head => _chain.Head;

    /// <summary>The epoch; null when the journal has not been born yet.</summary>
    public string? Epoch { get; private set; }

    /// <summary>Whole records found.</summary>
    public long Records { get; private set; }

    /// <summary>The segment to go on with; null where a new one must be begun.</summary>
    public (string Path, int End, int Size)? Current { get; private set; }

    /// <summary>What was found, in words.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>Reads everything; with <paramref name="mend"/>, also cuts and sets aside.</summary>
    public void Read(bool mend)
    {
        var paths = segments.All();
        for (var index = 0; index < paths.Count; index++)
        {
            ReadSegment(paths[index], isLast: index == paths.Count - 1, mend);
        }
    }

    private void ReadSegment(string path, bool isLast, bool mend)
    {
        var bytes = segments.Read(path);
        if (SegmentHeader.TryRead(bytes) is not { } header)
        {
            Report(path, "its header is not whole", mend ? segments.MoveAside(path) : null);
            return;
        }

        Epoch = header.Epoch;
        var damaged = bytes.Length < header.Size;
        foreach (var (frame, skipped) in FrameWalk.Records(bytes))
        {
            damaged |= skipped > 0;
            damaged |= !Follow(path, FrameWalk.Line(bytes, frame));
        }

        if (damaged)
        {
            Report(path, "records in it are damaged or missing; what is whole is kept", mend ? segments.SetAside(path) : null);
        }

        if (isLast)
        {
            Finish(path, bytes, header, mend);
        }
    }

    private bool Follow(string path, JournalLine line)
    {
        if (_chain.TryAccept(line.Public, line.Personal, out _) is not { } problem)
        {
            Records++;
            return true;
        }

        Problems.Add($"{Path.GetFileName(path)}: {problem}");
        if (TryBegin(line) is { } again)
        {
            _chain = again;
            Records++;
        }

        return false;
    }

    // Behind a hole the chain begins anew at a record that is whole in itself and does not go back.
    private JournalChain? TryBegin(JournalLine line)
    {
        try
        {
            var (entry, previous) = JournalCodec.Decode(line.Public, line.Personal);
            var chain = new JournalChain(entry.Sequence - 1, previous);
            return entry.Sequence > Sequence && chain.TryAccept(line.Public, line.Personal, out _) is null ? chain : null;
        }
        catch (System.Text.Json.JsonException)
        {
            // Told already as the problem that led here.
            return null;
        }
    }

    private void Finish(string path, byte[] bytes, SegmentHeader header, bool mend)
    {
        var end = FrameWalk.End(bytes);
        var tail = bytes.AsSpan(end).TrimEnd((byte)0).Length;
        if (tail > 0 && mend)
        {
            using var file = segments.Open(path);
            file.Write(end, new byte[tail]);
            file.Sync();
        }

        if (tail > 0)
        {
            Problems.Add($"{Path.GetFileName(path)}: {tail} bytes of a record that was never confirmed were cut.");
        }

        Current = bytes.Length == header.Size ? (path, end, bytes.Length) : null;
    }

    private void Report(string path, string what, string? aside) =>
        Problems.Add($"{Path.GetFileName(path)}: {what}." + (aside is null ? "" : $" A copy as it was found is kept as {aside}; have the disk checked."));
}
