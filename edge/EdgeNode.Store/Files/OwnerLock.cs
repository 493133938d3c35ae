using System.Globalization;
using System.Text;

namespace EdgeNode.Store;

/// <summary>One process owns a store; the operating system lets go of the lock when that process ends, however it ends.</summary>
internal sealed class OwnerLock : IDisposable
{
    private readonly FileStream _file;

    private OwnerLock(FileStream file) => _file = file;

    /// <summary>Takes the lock of a folder.</summary>
    /// <exception cref="IOException">Another process has it, or the file cannot be made.</exception>
    public static OwnerLock Take(string folder)
    {
        var path = Path.Combine(folder, "owner.lock");
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            file.SetLength(0);
            file.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            file.Flush();
            return new(file);
        }
        catch (IOException error) when (ReadOwner(path) is { Length: > 0 } owner)
        {
            throw new IOException($"another edgenode uses this store ({folder}, process {owner}); stop it first", error);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file.SetLength(0);
        _file.Dispose();
    }

    private static string ReadOwner(string path)
    {
        if (!File.Exists(path))
        {
            return "";
        }

        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd();
    }
}
