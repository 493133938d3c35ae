using System.IO.Compression;

namespace EdgeNode.Store;

/// <summary>A file of <see cref="NumberedFiles"/>.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Hash">SHA-256 of the image, lower-case hex, as its name says.</param>
/// <param name="Path">Where.</param>
/// <param name="Files">Where on.</param>
internal sealed record NumberedImage(long Number, string Hash, string Path, FileLayer Files)
{
    /// <summary>Bytes on the disk.</summary>
    public long PackedSize
    {
        get
        {
            using var file = Files.Open(Path, write: false);
            return file.Length;
        }
    }

    /// <summary>Opens the image. Reading it to the end is what proves it.</summary>
    /// <exception cref="IOException">The disk does not give it back.</exception>
    /// <exception cref="UnauthorizedAccessException">Nor may this program read it.</exception>
    public Stream Open() => new ProvedStream(new BrotliStream(new MemoryStream(Files.ReadAll(Path)), CompressionMode.Decompress), Hash);

    /// <summary>Whether it is what was written.</summary>
    public bool IsWhole() => CopyTo(Stream.Null);

    /// <summary>The image, or null when it is not what was written.</summary>
    public byte[]? ReadWhole()
    {
        using var bytes = new MemoryStream();
        return CopyTo(bytes) ? bytes.ToArray() : null;
    }

    private bool CopyTo(Stream destination)
    {
        try
        {
            using var image = Open();
            image.CopyTo(destination);
            return true;
        }
        catch (Exception damaged) when (damaged is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            // What the disk does not give back, or not as it was, is no whole image.
            return false;
        }
    }
}
