using EdgeNode.CloudSync;

namespace EdgeNode.Worker;

/// <summary>The site's certificate and key in one file that only its owner may read.</summary>
internal sealed class CertificateFile(string path) : ICertificateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public string Read() => File.ReadAllText(path);

    // Written beside it, on the disk, then renamed: a power cut leaves the old pair or the new one.
    public void Replace(string pem)
    {
        var beside = path + ".new";
        using (var file = new FileStream(beside, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(pem));
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }
}
