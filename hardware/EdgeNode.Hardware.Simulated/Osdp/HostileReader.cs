namespace EdgeNode.Hardware.Simulated;

/// <summary>
/// Somebody on the bus who wants a door opened: answers for another reader before it can, with forged cards in clear, with what it
/// heard before, and with the published key.
/// </summary>
/// <param name="victim">Address of the reader that it plays.</param>
/// <param name="bits">The card that it would like to have.</param>
public sealed class HostileReader(byte victim, string bits) : IBusListener
{
    private static readonly TimeSpan Faster = TimeSpan.FromMilliseconds(1);
    private readonly List<byte[]> _heard = [];
    private readonly OsdpFramer _framer = new();
    private int _turn;

    /// <summary>Whether it has begun.</summary>
    public bool Active { get; set; } = true;

    /// <summary>Keeps what another reader said, to say it again later.</summary>
    public void Overhear(byte[] answer) => _heard.Add(answer);

    /// <inheritdoc/>
    public IEnumerable<(TimeSpan After, byte[] Bytes)> Hear(byte[] bytes, TimeSpan now)
    {
        foreach (var command in _framer.Feed(bytes, now).Where(frame => Active && !frame.IsReply && frame.Address == victim))
        {
            yield return (Faster, (++_turn % 3) switch
            {
                0 when _heard.Count > 0 => _heard[_turn % _heard.Count],
                1 => [0xFF, .. Forged(command, null)],
                _ => [0xFF, .. Forged(command, OsdpSecurity.EncryptedReply)],
            });
        }
    }

    private byte[] Forged(OsdpFrame command, OsdpSecurity? block) =>
        new OsdpFrame(victim, IsReply: true, command.Sequence, UsesCrc: true, block, [], (byte)OsdpReply.RawCard, OsdpContent.Card(bits))
            .Encode(_ => [1, 2, 3, 4]);
}
