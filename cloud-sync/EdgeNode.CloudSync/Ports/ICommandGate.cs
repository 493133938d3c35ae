using EdgeNode.Core;

namespace EdgeNode.CloudSync;

/// <summary>Where commands of the network go. May be called on any thread.</summary>
public interface ICommandGate
{
    /// <summary>Whether the site has such a door.</summary>
    bool HasDoor(string door);

    /// <summary>Remembers a nonce, durably on return, until its command is over.</summary>
    /// <returns>False when it is remembered already.</returns>
    bool TryRemember(string nonce, DateTimeOffset notAfter);

    /// <summary>Asks to release a door once, and journals what became of it.</summary>
    /// <returns>Null when the door was released, else why it was not. Done once the site has decided, and its record of that is durable.</returns>
    /// <exception cref="TimeoutException">The record did not become durable in time.</exception>
    Task<CommandDropReason?> Unlock(string door, string command, CancellationToken stop);

    /// <summary>Journals that a command was not followed.</summary>
    Task Dropped(string command, CommandDropReason reason);
}
