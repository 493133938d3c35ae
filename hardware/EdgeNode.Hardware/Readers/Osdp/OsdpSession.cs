using System.Security.Cryptography;

namespace EdgeNode.Hardware;

/// <summary>
/// The keys and running MACs of one secure channel, the same at both ends (OSDP 2.2, annex D). A message that does not verify
/// leaves it as it was.
/// </summary>
internal sealed class OsdpSession : IDisposable
{
    private const int Block = 16;
    private readonly Aes _encryption;
    private readonly Aes _firstMac;
    private readonly Aes _lastMac;
    private byte[] _commandMac = new byte[Block];
    private byte[] _replyMac = new byte[Block];

    /// <summary>Derives the session's keys.</summary>
    /// <param name="key">Key of the reader, 16 bytes.</param>
    /// <param name="controllerRandom">The controller's 8 random bytes.</param>
    public OsdpSession(ReadOnlySpan<byte> key, ReadOnlySpan<byte> controllerRandom)
    {
        (_encryption, _firstMac, _lastMac) =
            (SessionKey(key, 0x82, controllerRandom), SessionKey(key, 0x01, controllerRandom), SessionKey(key, 0x02, controllerRandom));
    }

    /// <summary>What the reader proves itself with.</summary>
    public byte[] ClientCryptogram(ReadOnlySpan<byte> controllerRandom, ReadOnlySpan<byte> readerRandom) =>
        Encrypt(_encryption, [.. controllerRandom, .. readerRandom]);

    /// <summary>What the controller proves itself with.</summary>
    public byte[] ServerCryptogram(ReadOnlySpan<byte> controllerRandom, ReadOnlySpan<byte> readerRandom) =>
        Encrypt(_encryption, [.. readerRandom, .. controllerRandom]);

    /// <summary>The MAC that the chain begins with.</summary>
    public byte[] InitialMac(byte[] serverCryptogram) => Encrypt(_lastMac, Encrypt(_firstMac, serverCryptogram));

    /// <summary>Begins the chain.</summary>
    public void Begin(byte[] initialMac) => _replyMac = initialMac;

    /// <summary>The bytes of a message inside the channel; the chain moves on.</summary>
    public byte[] Seal(bool isReply, byte address, int sequence, byte code, byte[] content)
    {
        var type = (isReply, content.Length > 0) switch
        {
            (false, false) => OsdpSecurity.SealedCommand,
            (true, false) => OsdpSecurity.SealedReply,
            (false, true) => OsdpSecurity.EncryptedCommand,
            _ => OsdpSecurity.EncryptedReply,
        };
        var hidden = content.Length == 0 ? content : _encryption.EncryptCbc(Padded(content, always: true), EncryptionStart(isReply), PaddingMode.None);
        var frame = new OsdpFrame(address, isReply, sequence, UsesCrc: true, type, [], code, hidden);
        return frame.Encode(covered => Advance(isReply, Mac(isReply, covered))[..4]);
    }

    /// <summary>Verifies a message and gives what it hides; null when it is not of this channel, and the chain stays.</summary>
    public byte[]? Open(OsdpFrame frame)
    {
        var type = frame.IsReply ? (OsdpSecurity.SealedReply, OsdpSecurity.EncryptedReply) : (OsdpSecurity.SealedCommand, OsdpSecurity.EncryptedCommand);
        var isHidden = frame.Security == type.Item2;
        if (frame.Security != type.Item1 && !isHidden)
        {
            return null;
        }

        var mac = Mac(frame.IsReply, frame.Covered);
        if (!CryptographicOperations.FixedTimeEquals(mac.AsSpan(0, 4), frame.Mac))
        {
            return null;
        }

        var content = isHidden ? Unhide(frame) : frame.Content.Length == 0 ? frame.Content : null;
        if (content is not null)
        {
            Advance(frame.IsReply, mac);
        }

        return content;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _encryption.Dispose();
        _firstMac.Dispose();
        _lastMac.Dispose();
    }

    private byte[]? Unhide(OsdpFrame frame)
    {
        if (frame.Content.Length == 0 || frame.Content.Length % Block != 0)
        {
            return null;
        }

        var padded = _encryption.DecryptCbc(frame.Content, EncryptionStart(frame.IsReply), PaddingMode.None);
        var end = padded.AsSpan().LastIndexOfAnyExcept((byte)0);
        return end >= 0 && padded[end] == 0x80 ? padded[..end] : null;
    }

    // All blocks under the first key, the last under the second; each direction starts from the other's last MAC.
    private byte[] Mac(bool isReply, byte[] covered)
    {
        var text = Padded(covered, always: false);
        var start = isReply ? _commandMac : _replyMac;
        var before = text.Length > Block ? _firstMac.EncryptCbc(text.AsSpan(0, text.Length - Block), start, PaddingMode.None)[^Block..] : start;
        return _lastMac.EncryptCbc(text.AsSpan(text.Length - Block), before, PaddingMode.None);
    }

    private byte[] Advance(bool isReply, byte[] mac) => isReply ? _replyMac = mac : _commandMac = mac;

    private byte[] EncryptionStart(bool isReply) => [.. (isReply ? _commandMac : _replyMac).Select(value => (byte)~value)];

    private static byte[] Padded(byte[] content, bool always)
    {
        var fits = content.Length % Block == 0 && content.Length > 0;
        return fits && !always ? content : [.. content, 0x80, .. new byte[Block - 1 - (content.Length % Block)]];
    }

    private static byte[] Encrypt(Aes key, ReadOnlySpan<byte> text) => key.EncryptEcb(text, PaddingMode.None);

    private static Aes SessionKey(ReadOnlySpan<byte> key, byte kind, ReadOnlySpan<byte> controllerRandom)
    {
        using var aes = Aes.Create();
        aes.Key = key.ToArray();
        var session = Aes.Create();
        session.Key = aes.EncryptEcb([1, kind, .. controllerRandom[..6], .. new byte[8]], PaddingMode.None);
        return session;
    }
}
