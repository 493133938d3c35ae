using System.Threading.Channels;
using EdgeNode.CloudSync;
using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>Hands the network's commands to the loop.</summary>
internal sealed class CommandGate(SiteDefinition site, NonceFile nonces, TimeProvider time, ChannelWriter<SiteEvent> events) : ICommandGate
{
    public bool HasDoor(string door) => site.Doors.Any(known => known.Id.Value == door);

    public bool TryRemember(string nonce, DateTimeOffset notAfter) => nonces.TryAdd(nonce, notAfter, time.GetUtcNow());

    public async Task Unlock(string door, string command) => await events.WriteAsync(new SiteEvent.UnlockCommanded(new(door), command));

    public async Task Dropped(string command, CommandDropReason reason) => await events.WriteAsync(new SiteEvent.CommandDropped(command, reason));
}
