namespace EdgeNode.Store.Tests;

/// <summary>How much of a long proof is run: a sample, or all of it with <c>tests/check.sh --full</c>.</summary>
internal static class Effort
{
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("EDGENODE_TESTS") == "full";

    public static int Of(int sample, int all) => IsFull ? all : sample;
}
