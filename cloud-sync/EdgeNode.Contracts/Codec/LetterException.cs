namespace EdgeNode.Contracts;

/// <summary>Bytes that are no letter of the kind expected. The message says what is wrong and what to do.</summary>
public class LetterException : Exception
{
    /// <summary>Without words.</summary>
    public LetterException()
    {
    }

    /// <summary>What is wrong, and the cure.</summary>
    public LetterException(string message)
        : base(message)
    {
    }

    /// <summary>What is wrong, the cure, and where it was noticed.</summary>
    public LetterException(string message, Exception inner)
        : base(message, inner)
    {
    }

    internal static LetterException Unreadable(string kind, Exception error) =>
        new($"{kind}: {error.Message} Look for a sender of another version or for damage on the way.", error);
}
