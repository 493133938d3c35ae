namespace EdgeNode.Screen;

/// <summary>What one button can do about a refusal. Closed set.</summary>
internal enum Fix
{
    /// <summary>Nothing: the rule is meant, or the screen cannot change it.</summary>
    None,

    /// <summary>Release the door for one passage.</summary>
    LetInOnce,

    /// <summary>Forget where the person was last seen.</summary>
    Forgive,

    /// <summary>End what the door's mode refuses by.</summary>
    ChangeMode,
}
