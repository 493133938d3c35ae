using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace EdgeNode.Hardware.Simulated;

/// <summary>
/// A contactless card on the virtual reader of the PC/SC daemon (vpcd), for as long as it is not disposed: two bytes of length,
/// big-endian, then a message; one byte alone is a control (0 off, 1 on, 2 reset, 4 asks for the ATR).
/// </summary>
public sealed class VirtualCard : IDisposable
{
    // PC/SC part 3: a storage card, ISO 14443 A, MIFARE Classic 1K.
    private static readonly byte[] Atr = Convert.FromHexString("3B8F8001804F0CA000000306030001000000006A");
    private readonly TcpClient _reader = new();
    private readonly byte[] _uid;
    private readonly bool _answers;

    /// <summary>Lays the card on the reader.</summary>
    /// <param name="port">Where the virtual reader listens, on loopback.</param>
    /// <param name="uid">The card's UID.</param>
    /// <param name="answers">Whether it answers to commands; else it is gone in the middle of the first.</param>
    public VirtualCard(int port, byte[] uid, bool answers = true)
    {
        (_uid, _answers) = (uid, answers);
        _reader.Connect(IPAddress.Loopback, port);
        new Thread(Talk) { IsBackground = true, Name = "virtual card" }.Start();
    }

    /// <summary>Takes it away.</summary>
    public void Dispose() => _reader.Dispose();

    private void Talk()
    {
        try
        {
            var stream = _reader.GetStream();
            var length = new byte[2];
            while (true)
            {
                stream.ReadExactly(length);
                var message = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
                stream.ReadExactly(message);
                if (message.Length > 1 && !_answers)
                {
                    _reader.Dispose();
                    return;
                }

                if (Reply(message) is { } reply)
                {
                    stream.Write([(byte)(reply.Length >> 8), (byte)reply.Length, .. reply]);
                }
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The card was taken away, or the daemon ended.
        }
    }

    private byte[]? Reply(byte[] message) => message switch
    {
        [4] => Atr,
        [_] => null,
        [0xFF, 0xCA, 0, 0, ..] => [.. _uid, 0x90, 0],
        _ => [0x6D, 0],
    };
}
