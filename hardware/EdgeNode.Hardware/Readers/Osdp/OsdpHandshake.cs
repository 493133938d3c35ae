using System.Security.Cryptography;

namespace EdgeNode.Hardware;

/// <summary>The controller's side of the two steps that open a secure channel (OSDP 2.2, annex D).</summary>
/// <param name="key">The key to try.</param>
/// <param name="random">8 random bytes of the controller, fresh for each handshake.</param>
internal sealed class OsdpHandshake(OsdpKey key, byte[] random) : IDisposable
{
    private const int CryptogramLength = 16;
    private const int RandomLength = 8;
    private readonly OsdpSession _session = new(key.Bytes, random);
    private byte[] _expected = [];
    private bool _handedOver;

    /// <summary>The key that is tried.</summary>
    public OsdpKey Key => key;

    /// <summary>The default key is named as such, a key of the reader's own as the other.</summary>
    public byte KeyKind => (byte)(key.Equals(OsdpKey.Default) ? 0 : 1);

    /// <summary>First command.</summary>
    public OsdpFrame Challenge(byte address, int sequence) =>
        new(address, IsReply: false, sequence, UsesCrc: true, OsdpSecurity.Challenge, [KeyKind], (byte)OsdpCommand.Challenge, random);

    /// <summary>Second command, where the reader has proved the key; else null.</summary>
    public OsdpFrame? Prove(OsdpFrame reply, int sequence)
    {
        if (reply.Security != OsdpSecurity.ClientCryptogram || reply.Content.Length != (2 * RandomLength) + CryptogramLength)
        {
            return null;
        }

        var readerRandom = reply.Content.AsSpan(RandomLength, RandomLength);
        if (!CryptographicOperations.FixedTimeEquals(_session.ClientCryptogram(random, readerRandom), reply.Content.AsSpan(2 * RandomLength)))
        {
            return null;
        }

        var server = _session.ServerCryptogram(random, readerRandom);
        _expected = _session.InitialMac(server);
        return new(reply.Address, IsReply: false, sequence, UsesCrc: true, OsdpSecurity.ServerCryptogram, [KeyKind], (byte)OsdpCommand.ServerCryptogram, server);
    }

    /// <summary>The channel, where the reader has accepted the proof; else null.</summary>
    public OsdpSession? Open(OsdpFrame reply)
    {
        if (reply.Security != OsdpSecurity.InitialMac || reply.SecurityContent is not [1] || _expected.Length == 0
            || !CryptographicOperations.FixedTimeEquals(_expected, reply.Content))
        {
            return null;
        }

        _session.Begin(reply.Content);
        _handedOver = true;
        return _session;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_handedOver)
        {
            _session.Dispose();
        }
    }
}
