namespace EdgeNode.Worker;

/// <summary>What the lock does without power.</summary>
public enum StrikeWiring
{
    /// <summary>Stays locked without power; power releases it.</summary>
    FailSecure,

    /// <summary>Is released without power; power locks it.</summary>
    FailSafe,
}
