namespace EdgeNode.CloudSync;

/// <summary>Everything that the link needs from the site.</summary>
public sealed record LinkPorts(
    IJournalOutbox Journal, IUploadCursor Cursor, IUsageBook Usage, IPolicySink Policy, ISitePicture Picture);
