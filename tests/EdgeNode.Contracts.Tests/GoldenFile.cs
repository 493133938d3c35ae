using System.Runtime.CompilerServices;
using System.Text;

namespace EdgeNode.Contracts.Tests;

/// <summary>A file beside the tests that holds the agreed bytes. EDGENODE_GOLDEN=renew writes it anew.</summary>
internal static class GoldenFile
{
    public static void Holds(string name, byte[] bytes, [CallerFilePath] string source = "")
    {
        if (Environment.GetEnvironmentVariable("EDGENODE_GOLDEN") == "renew")
        {
            File.WriteAllBytes(Path.Combine(Path.GetDirectoryName(source)!, "Golden", name), [.. bytes, (byte)'\n']);
        }
        else
        {
            Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name)), Encoding.UTF8.GetString(bytes) + "\n");
        }
    }
}
