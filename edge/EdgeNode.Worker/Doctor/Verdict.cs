namespace EdgeNode.Worker;

/// <summary>What a check came to.</summary>
internal enum Verdict
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Doors work; somebody should look at it.</summary>
    Warning,

    /// <summary>Something does not work.</summary>
    Failed,
}
