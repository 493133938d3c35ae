using System.Runtime.CompilerServices;
using System.Text;
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

        // By bytes: the mark of UTF-8 belongs to the text.
        Assert.Equal(Encoding.UTF8.GetString(File.ReadAllBytes(path)), actual);
    }
}
