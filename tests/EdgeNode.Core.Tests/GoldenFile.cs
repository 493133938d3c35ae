using System.Runtime.CompilerServices;
using Xunit;

namespace EdgeNode.Core.Tests;

/// <summary>A file beside the tests that holds the agreed text. EDGENODE_GOLDEN=renew writes it anew.</summary>
internal static class GoldenFile
{
    public static void Holds(string name, string text, [CallerFilePath] string source = "")
    {
        if (Environment.GetEnvironmentVariable("EDGENODE_GOLDEN") == "renew")
        {
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(source)!, "Golden", name), text);
        }
        else
        {
            Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name)), text);
        }
    }
}
