namespace EdgeNode.Contracts;

/// <summary>What became of a command.</summary>
/// <param name="Id">The command.</param>
/// <param name="Outcome">Done, or why it was not followed.</param>
public sealed record CommandAnswer(string Id, string Outcome) : Letter
{
    /// <summary>The site has followed it.</summary>
    public const string Done = "Done";
}
