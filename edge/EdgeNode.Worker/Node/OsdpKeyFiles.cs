using EdgeNode.Hardware;

namespace EdgeNode.Worker;

/// <summary>The keys of the site's OSDP readers, one file each, readable by the node alone; a power cut leaves the old file or the new one.</summary>
/// <param name="folder">Where they lie.</param>
internal sealed class OsdpKeyFiles(string folder)
{
    /// <summary>The keys of a reader; none where it was never paired.</summary>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public OsdpKeyRing Load(string reader)
    {
        var path = PathOf(reader);
        if (!File.Exists(path))
        {
            return OsdpKeyRing.Empty;
        }

        var keys = File.ReadAllLines(path);
        return keys is [var current, var next] && (current.Length == 0 || Read(current) is not null) && (next.Length == 0 || Read(next) is not null)
            ? new(Read(current), Read(next))
            : throw new InvalidDataException($"{path} holds no keys of a reader. Take it away and pair the reader again: edgenode osdp pair");
    }

    /// <summary>Keeps the keys of a reader; they are on the disk when this returns.</summary>
    public void Keep(string reader, OsdpKeyRing ring)
    {
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var fresh = PathOf(reader) + ".new";
        File.Delete(fresh);
        using (var file = new FileStream(fresh, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes($"{Hex(ring.Current)}\n{Hex(ring.Next)}\n"));
            file.Flush(flushToDisk: true);
        }

        File.Move(fresh, PathOf(reader), overwrite: true);
    }

    private string PathOf(string reader) => Path.Combine(folder, $"{reader}.key");

    private static OsdpKey? Read(string hex) => OsdpKey.Read(hex).Key;

    private static string Hex(OsdpKey? key) => key is null ? "" : Convert.ToHexStringLower(key.Bytes);
}
