namespace EdgeNode.Bench;

/// <summary>Something that a user would pick instead, or the floor under all of them.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Program">The program that answers.</param>
/// <param name="Arguments">Its arguments, by the broker's port and the number of people.</param>
/// <param name="Lacks">What it does not do; empty = nothing.</param>
internal sealed record Peer(string Name, string Program, Func<int, int, string[]> Arguments, string Lacks)
{
    public static Peer Ours(string name, string subject, string lacks) =>
        new(name, Environment.ProcessPath!, (port, people) => ["subject", subject, $"{port}", $"{people}"], lacks);
}
