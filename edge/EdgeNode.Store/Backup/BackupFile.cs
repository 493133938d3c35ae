using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace EdgeNode.Store;

/// <summary>
/// A site in one encrypted file: 8 bytes "EDGENB01", 32 bytes of salt, then chunks of AES-256-GCM over a gzip of a tar archive. First come the
/// site's own files under "files/", its configuration before all, then those of its store under "store/".
/// </summary>
public static class BackupFile
{
    private const int SaltLength = 32;
    private const string Store = "store/";
    private const string Others = "files/";

    private static ReadOnlySpan<byte> Magic => "EDGENB01"u8;

    /// <summary>Writes one in place of any other of that name, or none at all; also while a node runs.</summary>
    /// <param name="path">The file; 0600.</param>
    /// <param name="code">What it is encrypted with.</param>
    /// <param name="others">Files that lie elsewhere, and the names under which they are kept.</param>
    /// <param name="store">The store.</param>
    /// <returns>Bytes written.</returns>
    /// <exception cref="IOException">A disk refused.</exception>
    public static long Write(string path, RecoveryCode code, IEnumerable<(string Name, string Path)> others, string store)
    {
        var beside = path + ".tmp";
        try
        {
            using (var file = Create(beside))
            {
                Write(file, code, others, store);
                file.Flush(flushToDisk: true);
            }

            LinuxFiles.Instance.Rename(beside, path);
            LinuxFiles.Instance.SyncFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return new FileInfo(path).Length;
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <summary>What one holds, in order; the end is only reached when all of it was proved.</summary>
    /// <exception cref="InvalidDataException">It is no backup, is damaged, or the code is another one's.</exception>
    public static IEnumerable<BackupEntry> Read(string path, RecoveryCode code)
    {
        using var file = File.OpenRead(path);
        var head = new byte[Magic.Length + SaltLength];
        if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head.AsSpan().StartsWith(Magic))
        {
            throw new InvalidDataException("it is no backup of a site");
        }

        using var opening = new UnsealingStream(file, code.Key(head[Magic.Length..]));
        using (var unpacking = new GZipStream(opening, CompressionMode.Decompress, leaveOpen: true))
        using (var archive = new TarReader(unpacking))
        {
            while (archive.GetNextEntry() is { } entry)
            {
                yield return Entry(entry);
            }
        }

        // What is behind the archive must be proved too: only the last chunk says that nothing was cut off.
        opening.CopyTo(Stream.Null);
    }

    private static FileStream Create(string path) => new(path, new FileStreamOptions
    {
        Mode = FileMode.Create,
        Access = FileAccess.Write,
        UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
    });

    private static void Write(FileStream file, RecoveryCode code, IEnumerable<(string Name, string Path)> others, string store)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        file.Write(Magic);
        file.Write(salt);
        using var sealing = new SealingStream(file, code.Key(salt));
        using (var packing = new GZipStream(sealing, CompressionLevel.Fastest, leaveOpen: true))
        using (var archive = new TarWriter(packing, leaveOpen: true))
        {
            foreach (var (name, content) in others.Select(other => (Others + other.Name, File.ReadAllBytes(other.Path)))
                .Concat(StoreCopy.Files(store).Select(kept => (Store + kept.Name, kept.Content))))
            {
                archive.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content), Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
            }
        }

        sealing.End();
    }

    // A name that leads elsewhere is nobody's backup.
    private static BackupEntry Entry(TarEntry entry)
    {
        var (ofStore, name) = entry.Name.StartsWith(Store, StringComparison.Ordinal) ? (true, entry.Name[Store.Length..])
            : entry.Name.StartsWith(Others, StringComparison.Ordinal) ? (false, entry.Name[Others.Length..]) : (false, "");
        if (entry.EntryType != TarEntryType.RegularFile || name.Split('/').Any(part => part is "" or "." or ".."))
        {
            throw new InvalidDataException($"it holds {entry.Name}, which is no file of a site");
        }

        using var content = new MemoryStream();
        entry.DataStream?.CopyTo(content);
        return new(ofStore, name, content.ToArray());
    }
}
