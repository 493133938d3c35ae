using EdgeNode.Contracts;

namespace EdgeNode.CloudSync;

/// <summary>One thing that a connection is there for. Lives as long as the connection; called by one loop, never twice at once.</summary>
internal abstract class LinkDuty(DutyContext context)
{
    /// <summary>When <see cref="Pump"/> is due without anything happening, as <see cref="DutyContext.Elapsed"/>; null = never.</summary>
    public TimeSpan? Due { get; protected set; }

    protected DutyContext Context { get; } = context;

    /// <summary>Takes a message that may be for this duty.</summary>
    /// <exception cref="LetterException">It is, and cannot be read.</exception>
    public virtual Task Take(SiteTopic topic, byte[] payload, CancellationToken stop) => Task.CompletedTask;

    /// <summary>Sends whatever is to be sent now.</summary>
    public abstract Task Pump(CancellationToken stop);
}
