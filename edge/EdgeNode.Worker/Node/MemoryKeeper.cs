using System.Threading.Channels;

namespace EdgeNode.Worker;

/// <summary>Lets the picture and the care of the memory follow the journal, off the way of a tap: in a task of its own, or at once in a single-threaded world.</summary>
internal sealed class MemoryKeeper : IAsyncDisposable
{
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Action _follow;
    private readonly bool _atOnce;
    private readonly Action<Exception> _troubled;
    private readonly Task _running;

    /// <summary>Begins to follow.</summary>
    /// <param name="follow">Follows as far as the journal is durable.</param>
    /// <param name="atOnce">In the caller's thread.</param>
    /// <param name="troubled">Told when the disk refused; the next record is the next try.</param>
    public MemoryKeeper(Action follow, bool atOnce, Action<Exception> troubled)
    {
        (_follow, _atOnce, _troubled) = (follow, atOnce, troubled);
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
        try
        {
            _follow();
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // LiteDB answers a disk that refuses with whatever it stumbles over; following must go on all the same.
            _troubled(fault);
        }
    }
}
