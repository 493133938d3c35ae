namespace EdgeNode.Store;

/// <summary>A policy letter on the disk.</summary>
public sealed class KeptLetter
{
    private readonly NumberedImage _image;

    internal KeptLetter(NumberedImage image) => _image = image;

    /// <summary>Its version.</summary>
    public long Version => _image.Number;

    /// <summary>SHA-256 of its bytes, lower-case hex.</summary>
    public string Hash => _image.Hash;

    /// <summary>Opens it; it is proved once it has been read to its end.</summary>
    /// <exception cref="IOException">The disk does not give it back.</exception>
    /// <exception cref="UnauthorizedAccessException">This program may not read it.</exception>
    /// <exception cref="InvalidDataException">While it is read: it is not what was written.</exception>
    public Stream Open() => _image.Open();

    /// <summary>Its bytes, or null when they are not what was written.</summary>
    public byte[]? ReadWhole() => _image.ReadWhole();
}
