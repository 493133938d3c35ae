using EdgeNode.CloudSync;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary>The hub's acknowledgement, kept in the picture; if that is rebuilt, the hub says it again.</summary>
internal sealed class UploadCursor(Picture picture) : IUploadCursor
{
    public long AcknowledgedThrough => picture.AcknowledgedThrough;

    public void Acknowledge(long through) => picture.AcknowledgedThrough = through;
}
