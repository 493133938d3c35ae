using System.Text;

namespace EdgeNode.Worker;

/// <summary>A file that only its owner may read, replaced as a whole: after a power cut the old or the new content is there.</summary>
internal static class OwnerFile
{
    /// <summary>Writes it durably.</summary>
    /// <exception cref="IOException">The disk refused; what stood there stands.</exception>
    public static void Replace(string path, string text)
    {
        var beside = path + ".new";
        using (var file = new FileStream(beside, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }))
        {
            file.Write(Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }
}
