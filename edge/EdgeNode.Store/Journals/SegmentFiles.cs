using System.Collections.Concurrent;
using System.Globalization;
using EdgeNode.Core;

namespace EdgeNode.Store;

/// <summary>The segment files of a journal, named by the sequence of their first record.</summary>
internal sealed class SegmentFiles(FileLayer files, string folder)
{
    private const string Ending = ".segment";

    // Content that a disk which refused everything at the opening has still to take; until then it is read from here.
    private readonly ConcurrentDictionary<string, (byte[] Content, bool KeepFound)> _owed = new();

    /// <summary>Paths, oldest first.</summary>
    public IReadOnlyList<string> All() => [.. files.List(folder).Where(path => path.EndsWith(Ending, StringComparison.Ordinal) && FirstOf(path) > 0)];

    /// <summary>One segment in memory.</summary>
    public SegmentScan Scan(string path)
    {
        var (bytes, unreadable) = files.ReadWhatIsThere(path);
        return SegmentScan.Of(path, FirstOf(path), bytes, unreadable);
    }

    /// <summary>The header of a segment alone; null when it is not whole or cannot be read.</summary>
    public SegmentHeader? Header(string path)
    {
        using var file = files.Open(path, write: false);
        var bytes = new byte[SegmentHeader.Length];
        try
        {
            return file.Read(0, bytes) == bytes.Length ? SegmentHeader.TryRead(bytes) : null;
        }
        catch (IOException)
        {
            // The scan of the segment tells how many of its bytes cannot be read.
            return null;
        }
    }

    /// <summary>Begins a segment: preallocated with zeros, so that a sync has only content to write; header and name are durable.</summary>
    public string Begin(SegmentHeader header)
    {
        var path = PathOf(header.First);
        var bytes = new byte[header.Size];
        header.Write(bytes);
        files.Replace(path, bytes);
        return path;
    }

    /// <summary>Puts mended content in place of a segment.</summary>
    public void Replace(string path, byte[] content) => files.Replace(path, content);

    /// <summary>Takes the content of a segment that the disk refuses just now; <see cref="Settle"/> gives it to the disk. What is owed already stays.</summary>
    /// <param name="path">The segment.</param>
    /// <param name="content">What it must hold.</param>
    /// <param name="keepFound">Whether the file as it was found is kept beside it: it is damaged.</param>
    public void Owe(string path, byte[] content, bool keepFound) => _owed.TryAdd(path, (content, keepFound));

    /// <summary>Gives the disk what it refused at the opening, each file whole or not at all, and makes names that an interrupted run left behind durable.</summary>
    public void Settle()
    {
        foreach (var (path, (content, keepFound)) in _owed)
        {
            if (keepFound)
            {
                SetAside(path);
            }

            files.Replace(path, content);
            _owed.TryRemove(path, out _);
        }

        files.SyncFolder(folder);
    }

    /// <summary>Opens one to go on writing.</summary>
    public OpenFile Open(string path) => files.Open(path, write: true);

    /// <summary>Returns once the disk has confirmed all of a segment; possible on a disk that has become read-only.</summary>
    public void Sync(string path)
    {
        using var file = files.Open(path, write: false);
        file.Sync();
    }

    /// <summary>Keeps a damaged file as it is under another name, which nothing reads and nothing overwrites: the next <see cref="Replace"/> takes the old one.</summary>
    public string SetAside(string path)
    {
        var aside = FreeName(path, "damaged");
        files.Link(path, aside);
        files.SyncFolder(folder);
        return Path.GetFileName(aside);
    }

    /// <summary>Keeps bytes that are cut from a segment; null when the disk does not take them.</summary>
    public string? SetAside(string path, ReadOnlySpan<byte> torn)
    {
        var aside = FreeName(path, "torn");
        try
        {
            files.Replace(aside, torn);
            return Path.GetFileName(aside);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Nothing of it was ever acknowledged, and a full disk must not keep the node from starting.
            return null;
        }
    }

    /// <summary>Deletes the copies that were set aside of a segment: after an erasure they still hold what was erased.</summary>
    public void DeleteAside(string path)
    {
        foreach (var aside in files.List(folder).Where(other => other.StartsWith(path + ".", StringComparison.Ordinal)))
        {
            files.Delete(aside);
        }

        files.SyncFolder(folder);
    }

    /// <summary>Durable records, oldest first, streamed.</summary>
    /// <exception cref="JournalDamagedException">A record was damaged since the journal was opened.</exception>
    public IEnumerable<JournalLine> Read(long from, long through)
    {
        var paths = All();
        for (var index = 0; index < paths.Count; index++)
        {
            var last = index + 1 < paths.Count ? Math.Min(FirstOf(paths[index + 1]) - 1, through) : through;
            foreach (var line in last >= from ? ReadOne(paths[index], from, last) : [])
            {
                yield return line;
            }
        }
    }

    private IEnumerable<JournalLine> ReadOne(string path, long from, long through) =>
        _owed.TryGetValue(path, out var owed)
            ? SegmentScan.Of(path, FirstOf(path), owed.Content).Records.Where(line => line.Sequence >= from && line.Sequence <= through)
            : ReadFile(path, from, through);

    private IEnumerable<JournalLine> ReadFile(string path, long from, long through)
    {
        using var file = files.Open(path, write: false);
        var reader = new FrameReader(file, path, SegmentHeader.Length);
        for (var at = FirstOf(path) - 1; at < through;)
        {
            var frame = reader.Next();
            at = frame.Sequence;
            if (frame.Kind == FrameKind.Record && at >= from)
            {
                yield return reader.Line(frame);
            }
        }
    }

    /// <summary>Sequence of a segment's first record, by its name; 0 where it is no segment.</summary>
    public static long FirstOf(string path) =>
        long.TryParse(Path.GetFileNameWithoutExtension(path), NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first : 0;

    private string FreeName(string path, string word)
    {
        var taken = files.List(folder).ToHashSet();
        return Enumerable.Range(1, taken.Count + 1)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"{path}.{word}-{number}"))
            .First(name => !taken.Contains(name));
    }

    private string PathOf(long first) => Path.Combine(folder, first.ToString("D20", CultureInfo.InvariantCulture) + Ending);
}
