namespace EdgeNode.Hardware.Simulated;

/// <summary>A reader on a virtual bus: the protocol's reader side, with a fault where one is wanted.</summary>
/// <param name="device">The protocol.</param>
public sealed class VirtualOsdpReader(OsdpDevice device) : IBusListener
{
    private static readonly TimeSpan Turnaround = TimeSpan.FromMilliseconds(3);
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(450);
    private static readonly TimeSpan Piece = TimeSpan.FromMilliseconds(10);

    /// <summary>The protocol.</summary>
    public OsdpDevice Device => device;

    /// <summary>What is wrong.</summary>
    public OsdpFault Fault { get; set; }

    /// <summary>How many more answers the fault spoils; then it is over.</summary>
    public int Spoils { get; set; } = int.MaxValue;

    /// <inheritdoc/>
    public IEnumerable<(TimeSpan After, byte[] Bytes)> Hear(byte[] bytes, TimeSpan now)
    {
        var answer = device.Receive(bytes, now);
        if (answer.Length == 0)
        {
            return [];
        }

        if (Fault == OsdpFault.None || Spoils <= 0)
        {
            return [(Turnaround, answer)];
        }

        Spoils--;
        return Spoil(answer);
    }

    private IEnumerable<(TimeSpan After, byte[] Bytes)> Spoil(byte[] answer)
    {
        switch (Fault)
        {
            case OsdpFault.WrongCheck:
                answer[^1] ^= 1;
                return [(Turnaround, answer)];
            case OsdpFault.Busy:
                return [(Turnaround, Busy(answer))];
            case OsdpFault.Late:
                return [(Late, answer)];
            case OsdpFault.HalfFrame:
                return [(Turnaround, answer[..(answer.Length / 2)])];
            case OsdpFault.Noise:
                return [(Turnaround, [0x53, 0x00, 0xFF, 0x53, 0x81, 0x53])];
            case OsdpFault.InPieces:
                return answer.Chunk(3).Select((piece, index) => (Turnaround + (Piece * index), piece));
            default:
                return [];
        }
    }

    // A busy reader says so outside the channel, under sequence number 0.
    private static byte[] Busy(byte[] answer) =>
        [0xFF, .. OsdpFrame.Plain((byte)(answer[2] & 0x7F), isReply: true, 0, (byte)OsdpReply.Busy, []).Encode()];
}
