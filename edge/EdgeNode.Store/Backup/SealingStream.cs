using System.Security.Cryptography;

namespace EdgeNode.Store;

/// <summary>Encrypts what is written to it, chunk by chunk. Only <see cref="End"/> writes the last one: what ends before is seen to be cut off.</summary>
/// <param name="to">Takes the encrypted bytes; stays open.</param>
/// <param name="key">32 bytes, used for nothing else.</param>
internal sealed class SealingStream(Stream to, byte[] key) : OneWayStream
{
    private readonly AesGcm _cipher = new(key, SealedChunk.TagLength);
    private readonly byte[] _plain = new byte[SealedChunk.Length];
    private readonly byte[] _sealed = new byte[SealedChunk.Length + SealedChunk.TagLength];
    private int _count;
    private long _number;

    public override bool CanWrite => true;

    /// <summary>Writes the last chunk.</summary>
    public void End() => Seal(last: true);

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            if (_count == _plain.Length)
            {
                Seal(last: false);
            }

            var taken = Math.Min(buffer.Length, _plain.Length - _count);
            buffer[..taken].CopyTo(_plain.AsSpan(_count));
            _count += taken;
            buffer = buffer[taken..];
        }
    }

    protected override void Dispose(bool disposing)
    {
        _cipher.Dispose();
        base.Dispose(disposing);
    }

    private void Seal(bool last)
    {
        _cipher.Encrypt(SealedChunk.Nonce(_number++, last), _plain.AsSpan(0, _count), _sealed.AsSpan(0, _count), _sealed.AsSpan(_count, SealedChunk.TagLength));
        to.Write(_sealed, 0, _count + SealedChunk.TagLength);
        _count = 0;
    }
}
