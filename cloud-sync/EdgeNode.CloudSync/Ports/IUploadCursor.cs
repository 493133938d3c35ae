namespace EdgeNode.CloudSync;

/// <summary>How far the hub itself has acknowledged the present epoch; survives a restart. May be called on any thread.</summary>
public interface IUploadCursor
{
    /// <summary>Last sequence acknowledged; 0 = none.</summary>
    long AcknowledgedThrough { get; }

    /// <summary>Moves the cursor forward, durably on return.</summary>
    /// <param name="through">Greater than <see cref="AcknowledgedThrough"/>.</param>
    void Acknowledge(long through);
}
