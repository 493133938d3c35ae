namespace EdgeNode.Worker;

/// <summary>A place in the configuration file.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in characters.</param>
/// <param name="Length">How many characters the caret underlines; at least 1.</param>
public readonly record struct SourcePlace(int Line, int Column, int Length)
{
    /// <summary>The first character of the file.</summary>
    public static readonly SourcePlace Start = new(1, 1, 1);
}
