using System.Runtime.InteropServices;

namespace EdgeNode.Hardware;

/// <summary>A card that lies on a reader, for as long as it does.</summary>
internal sealed unsafe class PcscCard : IDisposable
{
    private readonly nint _card;
    private readonly nuint _protocol;

    private PcscCard(nint card, nuint protocol) => (_card, _protocol) = (card, protocol);

    /// <summary>Opens the card.</summary>
    /// <exception cref="PcscTrouble">It was taken away, or the reader was.</exception>
    public static PcscCard Open(nint context, string reader)
    {
        var code = PcscLibrary.SCardConnect(context, reader, PcscLibrary.ShareShared, PcscLibrary.EitherProtocol, out var card, out var protocol);
        return (uint)code == PcscLibrary.Success ? new(card, protocol) : throw new PcscTrouble("SCardConnect", code);
    }

    /// <summary>One command and its reply (ISO 7816-4), the last two bytes of which are the status word.</summary>
    /// <exception cref="PcscTrouble">The card was taken away.</exception>
    public byte[] Exchange(ReadOnlySpan<byte> command)
    {
        var reply = new byte[258];
        var length = (nuint)reply.Length;
        var protocol = new PcscLibrary.Protocol { Number = _protocol, Length = (nuint)Marshal.SizeOf<PcscLibrary.Protocol>() };
        fixed (byte* sent = command)
        fixed (byte* received = reply)
        {
            var code = PcscLibrary.SCardTransmit(_card, protocol, sent, (nuint)command.Length, 0, received, ref length);
            if ((uint)code != PcscLibrary.Success)
            {
                throw new PcscTrouble("SCardTransmit", code);
            }
        }

        return reply[..(int)length];
    }

    /// <inheritdoc/>
    public void Dispose() => _ = PcscLibrary.SCardDisconnect(_card, PcscLibrary.LeaveCard);
}
