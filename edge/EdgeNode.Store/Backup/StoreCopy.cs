namespace EdgeNode.Store;

/// <summary>
/// Copies a store, also while a node writes to it: the copy opens like the store after a power cut at the moment the copying began,
/// or a little later. Each folder's files are copied newest first, so that no segment stands in the copy without those before it.
/// </summary>
public static class StoreCopy
{
    // What belongs to the process that runs; a socket cannot even be read.
    private static readonly string[] NotCopied = ["owner.lock", "owner.pid", "reset.socket"];

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
        var bytes = Directory.EnumerateFiles(store).OrderDescending(StringComparer.Ordinal).ToList()
            .Where(path => !NotCopied.Contains(Path.GetFileName(path)))
            .Sum(path => CopyFile(path, Path.Combine(copy, Path.GetFileName(path))));
        return bytes + Directory.GetDirectories(store).Sum(folder => Make(folder, Path.Combine(copy, Path.GetFileName(folder))));
    }

    private static long CopyFile(string path, string to)
    {
        try
        {
            var content = LinuxFiles.Instance.ReadAll(path);
            LinuxFiles.Instance.Replace(to, content);
            return content.Length;
        }
        catch (FileNotFoundException)
        {
            // Replaced by a newer one since the folder was listed: a temporary file, or a policy or checkpoint that went.
            return 0;
        }
    }
}
