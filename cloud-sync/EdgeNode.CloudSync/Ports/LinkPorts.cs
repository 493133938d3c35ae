namespace EdgeNode.CloudSync;

/// <summary>Everything that the link needs from the site.</summary>
public sealed record LinkPorts(
    IJournalOutbox Journal, IUploadCursor Cursor, IUsageBook Usage, IPolicySink Policy, ISitePicture Picture)
{
    /// <summary>The site's certificate for the broker; null = none, the broker asks for a password or nothing.</summary>
    public ICertificateFile? Certificate { get; init; }

    /// <summary>Takes the network's commands; null = none are followed.</summary>
    public ICommandGate? Commands { get; init; }

    /// <summary>Whether the wall clock can be believed; while it cannot, certificates are not refused for their dates.</summary>
    public Func<bool> ClockConfirmed { get; init; } = () => true;
}
