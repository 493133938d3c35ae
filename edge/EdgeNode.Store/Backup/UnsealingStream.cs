using System.Security.Cryptography;

namespace EdgeNode.Store;

/// <summary>Decrypts what <see cref="SealingStream"/> wrote. No byte is given out of a chunk that is not proved, and no end that is not the end.</summary>
/// <param name="from">The encrypted bytes.</param>
/// <param name="key">32 bytes.</param>
internal sealed class UnsealingStream(Stream from, byte[] key) : OneWayStream
{
    private readonly AesGcm _cipher = new(key, SealedChunk.TagLength);
    private readonly byte[] _plain = new byte[SealedChunk.Length];
    private byte[] _sealed = new byte[SealedChunk.Length + SealedChunk.TagLength];
    private byte[] _ahead = new byte[SealedChunk.Length + SealedChunk.TagLength];
    private int _aheadCount = -1;
    private int _at;
    private int _count;
    private long _number;
    private bool _ended;

    public override bool CanRead => true;

    /// <exception cref="InvalidDataException">A chunk is not what was written, or the end is missing.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (_at == _count && !_ended)
        {
            Open();
        }

        var given = Math.Min(buffer.Length, _count - _at);
        _plain.AsSpan(_at, given).CopyTo(buffer);
        _at += given;
        return given;
    }

    protected override void Dispose(bool disposing)
    {
        _cipher.Dispose();
        base.Dispose(disposing);
    }

    // One chunk is read ahead, since the last one is known by nothing following it.
    private void Open()
    {
        var count = _aheadCount < 0 ? Fill(_sealed) : _aheadCount;
        (_sealed, _ahead) = _aheadCount < 0 ? (_sealed, _ahead) : (_ahead, _sealed);
        _aheadCount = Fill(_ahead);
        _ended = _aheadCount == 0;
        try
        {
            var length = Math.Max(0, count - SealedChunk.TagLength);
            _cipher.Decrypt(SealedChunk.Nonce(_number, _ended), _sealed.AsSpan(0, length), _sealed.AsSpan(length, count - length), _plain.AsSpan(0, length));
            (_at, _count, _number) = (0, length, _number + 1);
        }
        catch (Exception wrong) when (wrong is CryptographicException or ArgumentException)
        {
            throw new InvalidDataException($"chunk {_number} of it cannot be decrypted: the recovery code is another one's, or the file is damaged or cut off", wrong);
        }
    }

    private int Fill(byte[] chunk) => from.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false);
}
