using System.Collections.Concurrent;
using System.Threading.Channels;
using EdgeNode.CloudSync;
using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>Hands the network's commands to the loop, and hears from its records what became of them.</summary>
internal sealed class CommandGate(SiteDefinition site, NonceFile nonces, TimeProvider time, ChannelWriter<SiteEvent> events) : ICommandGate
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<CommandDropReason?>> _asked = new();

    public bool HasDoor(string door) => site.Doors.Any(known => known.Id.Value == door);

    public bool TryRemember(string nonce, DateTimeOffset notAfter) => nonces.TryAdd(nonce, notAfter, time.GetUtcNow());

    public async Task<CommandDropReason?> Unlock(string door, string command, CancellationToken stop)
    {
        var outcome = _asked.GetOrAdd(command, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        await events.WriteAsync(new SiteEvent.UnlockCommanded(new(door), command), stop);
        return await outcome.Task.WaitAsync(stop);
    }

    public async Task Dropped(string command, CommandDropReason reason) => await events.WriteAsync(new SiteEvent.CommandDropped(command, reason));

    /// <summary>Hears a record of the loop: whoever waits for this command is answered.</summary>
    public void Hear(JournalFact fact)
    {
        var (command, refusal) = fact switch
        {
            JournalFact.RemoteUnlock unlocked => (unlocked.Command, (CommandDropReason?)null),
            JournalFact.CommandDropped dropped => (dropped.Command, dropped.Reason),
            _ => default,
        };
        if (command is not null && _asked.TryRemove(command, out var outcome))
        {
            outcome.TrySetResult(refusal);
        }
    }
}
