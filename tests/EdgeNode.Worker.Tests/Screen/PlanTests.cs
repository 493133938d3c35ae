using EdgeNode.Screen;

namespace EdgeNode.Worker.Tests;

public sealed class PlanTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edgenode-plan-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_plan_that_does_not_match_is_told_shape_by_shape_and_place_by_place()
    {
        var site = File("site.yaml", ConfigurationFixture.Minimal);
        var plan = File("plan.svg", Svg("<rect id='desk-d1'/><rect id='door-street'/><rect inkscape:label='door-street'/><image/>"));

        var (exit, output, error) = await EdgeNodeProcess.RunAsync("plan", "check", plan, "--config", site);

        Assert.Equal((ExitCode.Failed, ""), (exit, error));
        Assert.Contains("desk-d1: a shape, but nothing of that name is at the site; did you mean desk-d01?", output, StringComparison.Ordinal);
        Assert.Contains("desk-d01: at the site, but not on the plan", output, StringComparison.Ordinal);
        Assert.Contains("door-street: 2 shapes", output, StringComparison.Ordinal);
        Assert.Contains("left out, since a plan takes shapes and texts alone: image (1)", output, StringComparison.Ordinal);
        Assert.Contains("4 do not match.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_matches_ends_with_0()
    {
        var site = File("site.yaml", ConfigurationFixture.Minimal);
        var plan = File("plan.svg", Svg("<rect id='Desk-D01'/><g id='door-street'><rect/></g><rect id='door-host'/>"));

        var (exit, output, _) = await EdgeNodeProcess.RunAsync("plan", "check", plan, "--config", site);

        Assert.Equal((ExitCode.Ok, $"{plan} matches: 3 shapes.\n"), (exit, output));
    }

    [Fact]
    public void A_plan_is_read_again_when_its_file_changes_comes_or_goes()
    {
        var path = Path.Combine(_folder.FullName, "plan.svg");
        var plan = new PlanFile(path);
        Assert.Equal(PlanReading.None, plan.Read());
        File("plan.svg", Svg("<rect id='desk-d01'/>"));
        Assert.Equal("d01", Assert.Single(plan.Read().Plan!.Shapes).Id);
        File("plan.svg", "no drawing");
        Assert.Equal(new PlanReading(null, true), plan.Read());
        System.IO.File.Delete(path);
        Assert.Equal(PlanReading.None, plan.Read());
    }

    private static string Svg(string shapes) =>
        $"<svg xmlns='http://www.w3.org/2000/svg' xmlns:inkscape='http://www.inkscape.org/namespaces/inkscape' viewBox='0 0 9 9'>{shapes}</svg>";

    private string File(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
