namespace EdgeNode.HostileWorld;

/// <summary>A promise that was broken.</summary>
/// <param name="Promise">Its name.</param>
/// <param name="Words">What was expected and what was seen.</param>
/// <param name="Step">The event at which it was seen, from 1.</param>
/// <param name="Lines">The last lines of the story.</param>
public sealed record WorldFailure(string Promise, string Words, long Step, IReadOnlyList<string> Lines);
