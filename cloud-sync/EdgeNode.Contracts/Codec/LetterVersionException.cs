namespace EdgeNode.Contracts;

/// <summary>A letter of a version that this program does not read.</summary>
public sealed class LetterVersionException : LetterException
{
    /// <summary>Without words.</summary>
    public LetterVersionException()
    {
    }

    /// <summary>What is wrong, and the cure.</summary>
    public LetterVersionException(string message)
        : base(message)
    {
    }

    /// <summary>What is wrong, the cure, and where it was noticed.</summary>
    public LetterVersionException(string message, Exception inner)
        : base(message, inner)
    {
    }

    internal static LetterVersionException Of(string kind, string found) =>
        new($"{kind}: version {found}, but this program reads version {Letter.CurrentVersion} only. Install the version of the program that wrote it, or a newer one.");
}
