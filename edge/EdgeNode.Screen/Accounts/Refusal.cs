namespace EdgeNode.Screen;

/// <summary>Why somebody was not signed in. Closed set.</summary>
public enum Refusal
{
    /// <summary>Nothing: signed in.</summary>
    None,

    /// <summary>Name and password, or the code, do not fit.</summary>
    Wrong,

    /// <summary>The password is too short or too long, or the name is missing or too long.</summary>
    Unfit,

    /// <summary>Too many wrong tries; wait ten minutes.</summary>
    TooManyTries,
}
