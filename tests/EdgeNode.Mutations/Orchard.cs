using System.Diagnostics;

namespace EdgeNode.Mutations;

/// <summary>A copy of the tree in a folder of its own, in which mistakes are planted, tried and taken out again.</summary>
internal sealed class Orchard : IDisposable
{
    private readonly DirectoryInfo _copy = Directory.CreateTempSubdirectory("edgenode-mutations-");

    /// <summary>Copies what git tracks or would track.</summary>
    public Orchard(string root)
    {
        var (code, listed) = Run(root, "git", "ls-files", "--cached", "--others", "--exclude-standard");
        if (code != 0)
        {
            throw new InvalidOperationException($"git does not list {root}: {listed}");
        }

        foreach (var file in listed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(root, file))))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(In(file))!);
            File.Copy(Path.Combine(root, file), In(file));
        }

        Run(_copy.FullName, "git", "init", "--quiet");
    }

    /// <summary>Plants one mistake and runs its test; null when it was caught, else what happened instead.</summary>
    public string? Try(Mutation mutation)
    {
        var file = In(mutation.File);
        var whole = File.ReadAllText(file);
        File.WriteAllText(file, mutation.Plant(whole));
        try
        {
            return mutation.CaughtBy.Project switch
            {
                "build" => TryBuild(mutation),
                "World" => TryWorld(mutation),
                _ => TryTest(mutation),
            };
        }
        finally
        {
            File.WriteAllText(file, whole);
        }
    }

    public void Dispose() => _copy.Delete(recursive: true);

    private string? TryBuild(Mutation mutation)
    {
        var folder = mutation.File.Split('/');
        var (code, said) = Build($"{folder[0]}/{folder[1]}");
        return code == 0 ? "it builds"
            : said.Contains(mutation.CaughtBy.Test, StringComparison.Ordinal) ? null
            : $"the build fails, but not by {mutation.CaughtBy.Test}: {said}";
    }

    private string? TryTest(Mutation mutation)
    {
        var (project, test) = mutation.CaughtBy;
        var (code, said) = Build($"tests/EdgeNode.{project}");
        if (code != 0)
        {
            return $"it does not build: {said}";
        }

        // A mistake may make a test run for ever; that is no catch.
        (_, said) = Run(_copy.FullName, "timeout", "300", In($"tests/EdgeNode.{project}/bin/Release/net10.0/EdgeNode.{project}"), "-noColor", "-method", $"*.{test}");
        return said.Contains("[FAIL]", StringComparison.Ordinal) ? null
            : said.Contains("Total: 0,", StringComparison.Ordinal) || !said.Contains("Total: ", StringComparison.Ordinal) ? $"no test of that name ran: {said}"
            : "the test passes";
    }

    // The world hunts it: the promise must break within a few weeks, and says at which seed.
    private string? TryWorld(Mutation mutation)
    {
        var (code, said) = Build("tests/EdgeNode.HostileWorld");
        if (code != 0)
        {
            return $"it does not build: {said}";
        }

        (_, said) = Run(_copy.FullName, "timeout", "300", In("tests/EdgeNode.HostileWorld/bin/Release/net10.0/world"), "--seeds", "1..60");
        var caught = said.Split('\n').FirstOrDefault(line => line.StartsWith("seed ", StringComparison.Ordinal) && line.EndsWith($": {mutation.CaughtBy.Test}", StringComparison.Ordinal));
        if (caught is null)
        {
            return said.Contains("BROKEN: ", StringComparison.Ordinal) ? $"another promise breaks: {said}" : "every promise is kept";
        }

        Console.WriteLine($"          {caught}");
        return null;
    }

    private (int Code, string Said) Build(string project) =>
        Run(_copy.FullName, "dotnet", "build", project, "-c", "Release", "--nologo", "-v", "quiet");

    private string In(string file) => Path.Combine(_copy.FullName, file);

    private static (int Code, string Said) Run(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // Two builds of one copy must not share a server that remembers the file as it was.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.GetAwaiter().GetResult());
    }
}
