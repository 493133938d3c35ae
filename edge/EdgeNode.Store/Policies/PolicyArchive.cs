using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;

namespace EdgeNode.Store;

/// <summary>Policy letters that were in force, compressed, so that a decision can be made once more later. The oldest go where they take too much room.</summary>
public sealed class PolicyArchive
{
    private const int Quality = 4;
    private const int Window = 22;

    private readonly string _folder;
    private readonly FileLayer _files;
    private readonly long _most;

    /// <summary>Names the folder; it is made with the first letter.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="most">Most bytes that all of them take together.</param>
    public PolicyArchive(string folder, long most = 100_000_000)
        : this(folder, most, LinuxFiles.Instance)
    {
    }

    internal PolicyArchive(string folder, long most, FileLayer files) => (_folder, _most, _files) = (folder, most, files);

    /// <summary>Keeps a letter: durable when this returns.</summary>
    /// <exception cref="IOException">The disk did not take it; those before are untouched.</exception>
    public void Add(long version, ReadOnlySpan<byte> letter)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(letter.Length)];
        if (!BrotliEncoder.TryCompress(letter, packed, out var length, Quality, Window))
        {
            throw new InvalidOperationException($"Brotli found no room for {letter.Length} bytes in {packed.Length}.");
        }

        _files.CreateFolder(_folder);
        _files.DropTemporaries(_folder);
        _files.Replace(Path.Combine(_folder, Name(version, letter)), packed.AsSpan(0, length));
        DropOldest();
    }

    /// <summary>A letter as it was, or null when it is no longer kept, or is not what was kept.</summary>
    public byte[]? Find(long version)
    {
        foreach (var path in All().Where(path => Path.GetFileName(path).StartsWith(Prefix(version), StringComparison.Ordinal)))
        {
            if (Read(path) is { } letter && Path.GetFileName(path) == Name(version, letter))
            {
                return letter;
            }
        }

        return null;
    }

    private static string Prefix(long version) => string.Create(CultureInfo.InvariantCulture, $"policy-{version:D20}-");

    private static string Name(long version, ReadOnlySpan<byte> letter) => $"{Prefix(version)}{Convert.ToHexStringLower(SHA256.HashData(letter))}.letter.br";

    private string[] All()
    {
        try
        {
            return [.. _files.List(_folder).Where(path => path.EndsWith(".letter.br", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        }
        catch (DirectoryNotFoundException)
        {
            // No letter was kept yet.
            return [];
        }
    }

    private void DropOldest()
    {
        var all = All();
        var sizes = Array.ConvertAll(all, Size);
        for (var (oldest, left) = (0, sizes.Sum()); left > _most && oldest < all.Length - 1; oldest++)
        {
            _files.Delete(all[oldest]);
            left -= sizes[oldest];
        }
    }

    private long Size(string path)
    {
        using var file = _files.Open(path, write: false);
        return file.Length;
    }

    private byte[]? Read(string path)
    {
        using var unpacked = new MemoryStream();
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(_files.ReadAll(path)), CompressionMode.Decompress);
            brotli.CopyTo(unpacked);
            return unpacked.ToArray();
        }
        catch (Exception damaged) when (damaged is InvalidDataException or IOException or InvalidOperationException)
        {
            // What cannot be opened is not what was kept.
            return null;
        }
    }
}
