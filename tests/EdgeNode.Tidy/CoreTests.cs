using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Xunit;

namespace EdgeNode.Tidy;

public class CoreTests
{
    private static readonly string[] Allowed =
    [
        "System.Runtime", "System.Collections", "System.Collections.Immutable", "System.Linq", "System.Memory",
        "System.Text.Json", "System.Security.Cryptography", "System.Text.Encoding.Extensions", "System.Runtime.InteropServices",
        "System.Text.Encodings.Web",
    ];

    [Fact]
    public void Core_references_no_assembly_that_could_wait_read_or_speak() =>
        Assert.Empty(References("edge/EdgeNode.Core").Except(Allowed));

    [Fact]
    public void A_forbidden_reference_is_seen() => Assert.NotEmpty(References("tests/EdgeNode.Tidy").Except(Allowed));

    [Fact]
    public void Core_declares_no_interface() => Assert.Empty(Repository.Product
        .Where(file => file.StartsWith("edge/EdgeNode.Core/", StringComparison.Ordinal))
        .SelectMany(file => Interfaces.Of(Repository.Read(file))));

    [Fact]
    public void An_interface_is_seen() => Assert.Single(Interfaces.Of("interface IDoor { }"));

    private static string[] References(string project)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var name = Path.GetFileName(project) + ".dll";
        using var file = File.OpenRead(Path.Combine(Repository.Root, project, "bin", configuration, "net10.0", name));
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
