namespace EdgeNode.Store;

/// <summary>
/// Copies a store, also while a node writes to it: the copy opens like the store after a power cut at the moment the copying began,
/// or a little later. Each folder's files are copied newest first, so that no segment stands in the copy without those before it.
/// </summary>
public static class StoreCopy
{
    /// <summary>Where a restored store lies until it is whole; beside it, under <see cref="Aside"/>, what was there before.</summary>
    internal const string Staging = "restoring";

    /// <summary>The file that lies in a store while a restored one takes its place.</summary>
    internal const string Mark = "restoring.mark";

    /// <summary>Where a restoring puts what was there before it, with a number.</summary>
    internal const string Aside = "before-restore-";

    // What belongs to the process that runs, of which a socket cannot even be read, and to a restoring.
    private static readonly string[] NotCopied = ["owner.lock", "owner.pid", "reset.socket", Staging, Mark];

    /// <summary>Copies every file into a folder that is not there yet, and syncs each.</summary>
    /// <returns>Bytes copied.</returns>
    /// <exception cref="IOException">The folder exists, or a disk refused.</exception>
    public static long Make(string store, string copy)
    {
        if (Directory.Exists(copy))
        {
            throw new IOException($"{copy} exists already; name a folder that is not there yet, so that no older copy is mixed with this one.");
        }

        LinuxFiles.Instance.CreateFolder(copy);
        var bytes = 0L;
        foreach (var (name, content) in Files(store))
        {
            var to = Path.Combine(copy, name);
            LinuxFiles.Instance.CreateFolder(Path.GetDirectoryName(to)!);
            LinuxFiles.Instance.Replace(to, content);
            bytes += content.Length;
        }

        return bytes;
    }

    /// <summary>Every file that is copied, by its name within the store, with its content as it is when it is asked for; in the order in which they must be read.</summary>
    internal static IEnumerable<(string Name, byte[] Content)> Files(string store, string within = "")
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(store, within)).OrderDescending(StringComparer.Ordinal).Where(IsCopied).ToList())
        {
            if (Read(path) is { } content)
            {
                yield return (Path.Combine(within, Path.GetFileName(path)), content);
            }
        }

        foreach (var file in Directory.GetDirectories(Path.Combine(store, within)).Where(IsCopied).SelectMany(folder => Files(store, Path.Combine(within, Path.GetFileName(folder)))))
        {
            yield return file;
        }
    }

    private static bool IsCopied(string path) => Path.GetFileName(path) is var name && !NotCopied.Contains(name) && !name.StartsWith(Aside, StringComparison.Ordinal);

    private static byte[]? Read(string path)
    {
        try
        {
            return LinuxFiles.Instance.ReadAll(path);
        }
        catch (FileNotFoundException)
        {
            // Replaced by a newer one since the folder was listed: a temporary file, or a policy or checkpoint that went.
            return null;
        }
    }
}
