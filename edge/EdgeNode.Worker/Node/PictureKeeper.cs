using System.Threading.Channels;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary>Lets the picture follow the journal, off the way of a tap: in a task of its own, or at once in a single-threaded world.</summary>
internal sealed class PictureKeeper : IAsyncDisposable
{
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Picture _picture;
    private readonly bool _atOnce;
    private readonly Action _caughtUp;
    private readonly Task _running;

    /// <summary>Begins to follow.</summary>
    public PictureKeeper(Picture picture, bool atOnce, Action caughtUp)
    {
        (_picture, _atOnce, _caughtUp) = (picture, atOnce, caughtUp);
        _running = atOnce ? Task.CompletedTask : Task.Run(FollowAsync);
    }

    /// <summary>There are new durable records.</summary>
    public void Ring()
    {
        if (_atOnce)
        {
            CatchUp();
        }
        else
        {
            _bell.Writer.TryWrite(true);
        }
    }

    /// <summary>Ends once it has caught up.</summary>
    public async ValueTask DisposeAsync()
    {
        _bell.Writer.TryComplete();
        await _running;
    }

    private async Task FollowAsync()
    {
        await foreach (var _ in _bell.Reader.ReadAllAsync())
        {
            CatchUp();
        }
    }

    private void CatchUp()
    {
        _picture.CatchUp();
        _caughtUp();
    }
}
