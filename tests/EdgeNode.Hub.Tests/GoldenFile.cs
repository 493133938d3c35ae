using System.Runtime.CompilerServices;
using Xunit;

namespace EdgeNode.Hub.Tests;

/// <summary>Text that a test expects, beside the test; EDGENODE_GOLDEN=renew writes it anew.</summary>
internal static class GoldenFile
{
    public static void Check(string name, string actual, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, name);
        if (Environment.GetEnvironmentVariable("EDGENODE_GOLDEN") == "renew")
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }
}
