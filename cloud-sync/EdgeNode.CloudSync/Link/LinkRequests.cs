namespace EdgeNode.CloudSync;

/// <summary>What others have asked of the link and it has not begun yet; outlives a connection.</summary>
internal sealed class LinkRequests
{
    private int _upload;

    public void Upload() => Volatile.Write(ref _upload, 1);

    public bool TakeUpload() => Interlocked.Exchange(ref _upload, 0) == 1;
}
