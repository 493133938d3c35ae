namespace EdgeNode.Hardware.Tests;

/// <summary>How many inputs a property is tried with: a sample, or a million with check.sh --full.</summary>
internal static class Fuzz
{
    public static long Sample { get; } = Environment.GetEnvironmentVariable("EDGENODE_TESTS") == "full" ? 1_000_000 : 1_000;
}
