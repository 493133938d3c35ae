using System.Globalization;

namespace EdgeNode.Store;

/// <summary>The segment files of a journal, named by the sequence of their first record.</summary>
internal sealed class SegmentFiles(FileLayer files, string folder)
{
    private const string Ending = ".segment";

    /// <summary>Paths, oldest first.</summary>
    public IReadOnlyList<string> All() => [.. files.List(folder).Where(path => path.EndsWith(Ending, StringComparison.Ordinal))];

    /// <summary>The content of one.</summary>
    public byte[] Read(string path) => files.ReadAll(path);

    /// <summary>Begins a segment: preallocated, its header and its name durable.</summary>
    public OpenFile Begin(SegmentHeader header)
    {
        var file = files.Create(PathOf(header.First));
        var bytes = new byte[SegmentHeader.Length];
        header.Write(bytes);
        file.Write(header.Size - 1, [0]);
        file.Write(0, bytes);
        file.Sync();
        files.SyncFolder(folder);
        return file;
    }

    /// <summary>Opens one to go on writing.</summary>
    public OpenFile Open(string path) => files.Open(path, write: true);

    /// <summary>Keeps a copy of a damaged file beside it, under a name that nothing reads.</summary>
    public string SetAside(string path)
    {
        var number = 1;
        while (files.List(folder).Contains(Name(path, number)))
        {
            number++;
        }

        files.Replace(Name(path, number), files.ReadAll(path));
        return Path.GetFileName(Name(path, number));
    }

    /// <summary>Puts a file that is no segment out of the way.</summary>
    public string MoveAside(string path)
    {
        var aside = SetAside(path);
        files.Delete(path);
        files.SyncFolder(folder);
        return aside;
    }

    /// <summary>The sequence in a file's name: which records it should hold.</summary>
    public static long FirstOf(string path) =>
        long.TryParse(Path.GetFileNameWithoutExtension(path), NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first : 0;

    private static string Name(string path, int number) => string.Create(CultureInfo.InvariantCulture, $"{path}.damaged-{number}");

    private string PathOf(long first) => Path.Combine(folder, first.ToString("D20", CultureInfo.InvariantCulture) + Ending);
}
