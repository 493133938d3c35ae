using EdgeNode.Core;

namespace EdgeNode.CloudSync.Tests;

/// <summary>A site with one door, "street", that remembers what it was told.</summary>
internal sealed class GateDouble : ICommandGate
{
    private readonly HashSet<string> _nonces = [];

    public List<string> Unlocked { get; } = [];

    public List<(string Command, CommandDropReason Reason)> Refused { get; } = [];

    public bool HasDoor(string door) => door == "street";

    public bool TryRemember(string nonce, DateTimeOffset notAfter) => _nonces.Add(nonce);

    /// <summary>What the door says; null = it opens.</summary>
    public CommandDropReason? Refuses { get; set; }

    public Task<CommandDropReason?> Unlock(string door, string command, CancellationToken stop)
    {
        if (Refuses is null)
        {
            Unlocked.Add(command);
        }

        return Task.FromResult(Refuses);
    }

    public Task Dropped(string command, CommandDropReason reason)
    {
        Refused.Add((command, reason));
        return Task.CompletedTask;
    }
}
