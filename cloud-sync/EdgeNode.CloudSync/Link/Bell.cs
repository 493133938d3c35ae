using System.Threading.Channels;

namespace EdgeNode.CloudSync;

/// <summary>Wakes the link. However often it rings, one look at everything answers it.</summary>
internal sealed class Bell
{
    private readonly Channel<bool> _rung = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public void Ring() => _rung.Writer.TryWrite(true);

    public async Task Wait(CancellationToken stop) => await _rung.Reader.ReadAsync(stop);
}
