namespace EdgeNode.Store;

/// <summary>What a frame holds.</summary>
internal enum FrameKind : byte
{
    /// <summary>One journal record.</summary>
    Record = 1,

    /// <summary>No record: the chain goes on behind this sequence and this head. Written at a clean end, and where a damaged part was set aside.</summary>
    Mark = 2,
}
