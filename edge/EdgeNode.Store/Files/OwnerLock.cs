using System.Globalization;

namespace EdgeNode.Store;

/// <summary>One process owns a store; the operating system lets go of the lock when that process ends, however it ends.</summary>
internal sealed class OwnerLock : IDisposable
{
    // EWOULDBLOCK of flock(2), which .NET gives as the result code.
    private const int Locked = 11;
    private readonly FileStream _file;

    private OwnerLock(FileStream file) => _file = file;

    /// <summary>Takes the lock of a folder.</summary>
    /// <exception cref="IOException">Another process has it, or the file cannot be made.</exception>
    public static OwnerLock Take(string folder)
    {
        // A locked file cannot be read by others, so the owner's process number lies beside it.
        var number = Path.Combine(folder, "owner.pid");
        try
        {
            var file = Open(Path.Combine(folder, "owner.lock"));
            TryTell(number);
            return new(file);
        }
        catch (IOException error) when (error.HResult == Locked)
        {
            var owner = File.Exists(number) ? File.ReadAllText(number) : "";
            throw new IOException($"another edgenode uses this store ({folder}{(owner.Length > 0 ? $", process {owner}" : "")}); stop it first: systemctl stop edgenode", error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    // On a disk that has become read-only the file of an earlier run is locked as well as any.
    private static FileStream Open(string path)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception refused) when (refused is IOException { HResult: not Locked } or UnauthorizedAccessException && File.Exists(path))
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.None);
        }
    }

    private static void TryTell(string path)
    {
        try
        {
            File.WriteAllText(path, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // A full disk must not keep the node from starting: the lock holds all the same, and its refusal then names the folder only.
        }
    }
}
