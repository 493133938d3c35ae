using System.Collections.Concurrent;
using System.Threading.Channels;
using EdgeNode.CloudSync;
using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>Hands the network's commands to the loop, and hears from its durable records what became of them.</summary>
internal sealed class CommandGate(SiteDefinition site, NonceFile nonces, TimeProvider time, ChannelWriter<SiteEvent> events) : ICommandGate
{
    // A command lives no longer; the network then reads in the journal what became of it.
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<CommandDropReason?>> _asked = new();
    private readonly Queue<(long Sequence, string Command, CommandDropReason? Refusal)> _recorded = new();

    public bool HasDoor(string door) => site.Doors.Any(known => known.Id.Value == door);

    public bool TryRemember(string nonce, DateTimeOffset notAfter) => nonces.TryAdd(nonce, notAfter, time.GetUtcNow());

    public async Task<CommandDropReason?> Unlock(string door, string command, CancellationToken stop)
    {
        var outcome = _asked.GetOrAdd(command, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            await events.WriteAsync(new SiteEvent.UnlockCommanded(new(door), command), stop);
            return await outcome.Task.WaitAsync(AtMost, time, stop);
        }
        finally
        {
            _asked.TryRemove(command, out _);
        }
    }

    public async Task Dropped(string command, CommandDropReason reason) => await events.WriteAsync(new SiteEvent.CommandDropped(command, reason));

    /// <summary>Hears a record of the loop under its sequence; 0 = the journal had no room, and nobody is answered by it.</summary>
    public void Hear(long sequence, JournalFact fact)
    {
        var (command, refusal) = fact switch
        {
            JournalFact.RemoteUnlock unlocked => (unlocked.Command, (CommandDropReason?)null),
            // Any other reason is this gate's own, of a letter that never came to the loop.
            JournalFact.CommandDropped { Reason: CommandDropReason.DoorModeRefuses or CommandDropReason.DoorNotAccepted or CommandDropReason.Fault } dropped => (dropped.Command, dropped.Reason),
            _ => default,
        };
        if (command is not null && sequence > 0)
        {
            lock (_recorded)
            {
                _recorded.Enqueue((sequence, command, refusal));
            }
        }
    }

    /// <summary>Records up to a sequence are durable: whoever waits for their commands is answered.</summary>
    public void Confirm(long durable)
    {
        lock (_recorded)
        {
            while (_recorded.TryPeek(out var recorded) && recorded.Sequence <= durable)
            {
                _recorded.Dequeue();
                if (_asked.TryGetValue(recorded.Command, out var outcome))
                {
                    outcome.TrySetResult(recorded.Refusal);
                }
            }
        }
    }
}
