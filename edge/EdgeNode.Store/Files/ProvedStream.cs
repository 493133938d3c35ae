using System.Security.Cryptography;

namespace EdgeNode.Store;

/// <summary>Reads what has a known hash, and throws at its end when it has another.</summary>
/// <param name="inner">What is read.</param>
/// <param name="hash">SHA-256 that it must have, lower-case hex.</param>
internal sealed class ProvedStream(Stream inner, string hash) : OneWayStream
{
    // Damaged compression can grow without end; no image is larger than this.
    private const long Most = 256 * 1024 * 1024;

    private readonly IncrementalHash _read = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _length;

    public override bool CanRead => true;

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var count = Unpack(buffer);
        _read.AppendData(buffer[..count]);
        _length += count;
        return _length <= Most && (count > 0 || buffer.IsEmpty || Convert.ToHexStringLower(_read.GetCurrentHash()) == hash)
            ? count
            : throw new InvalidDataException("Its content is not what its name says; it was damaged after it was written.");
    }

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        _read.Dispose();
        base.Dispose(disposing);
    }

    private int Unpack(Span<byte> buffer)
    {
        try
        {
            return inner.Read(buffer);
        }
        catch (InvalidOperationException damaged)
        {
            throw new InvalidDataException("Its compression is damaged.", damaged);
        }
    }
}
