namespace EdgeNode.Worker;

/// <summary>A device node, or another path that the node must reach.</summary>
internal enum DeviceFact
{
    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>It is there, and whoever asks may not use it.</summary>
    Forbidden,

    /// <summary>It may be read and written.</summary>
    Usable,
}
