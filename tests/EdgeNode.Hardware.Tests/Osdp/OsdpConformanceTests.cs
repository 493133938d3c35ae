using System.Text.Json;
using Xunit;

namespace EdgeNode.Hardware.Tests;

public sealed class OsdpConformanceTests
{
    [Fact]
    public void Every_id_of_the_published_list_has_a_test_or_a_reason()
    {
        using var file = typeof(OsdpConformanceTests).Assembly.GetManifestResourceStream("osdp-conformance.json")!;
        using var list = JsonDocument.Parse(file);
        var ids = list.RootElement.GetProperty("tests").EnumerateArray()
            .Select(test => (Id: test.GetProperty("id").GetString()!, Name: test.GetProperty("name").GetString()!)).ToArray();
        var tests = typeof(OsdpConformanceTests).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Select(method => method.Name).ToHashSet();
        Console.WriteLine("OSDP conformance: id, what, test");
        foreach (var (id, name) in ids)
        {
            Console.WriteLine($"  {id}  {name,-44}  {OsdpConformance.Proofs[id]}");
        }

        Assert.Equal(ids.Select(test => test.Id).Distinct().Order(), OsdpConformance.Proofs.Keys.Order());
        Assert.All(OsdpConformance.Proofs.Values.Concat(OsdpConformance.Beyond).Where(proof => !OsdpConformance.IsNotOffered(proof)), proof => Assert.Contains(proof, tests));
    }
}
