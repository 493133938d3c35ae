using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using System.Text.Json;

namespace EdgeNode.Worker;

/// <summary><c>edgenode doctor</c>: looks at everything that a site needs and says what to do. Changes nothing; ends with 1 when something does not work.</summary>
internal static class DoctorCommand
{
    public static Command Build()
    {
        var config = SiteFile.Option();
        var json = new Option<bool>("--json") { Description = "For programs: a list of check, verdict, result, cure." };
        var command = new Command("doctor", "Look at everything that the site needs, and say what to do; also while the node runs.") { config, json };
        command.SetAction((parsed, stop) => OnSite.RunAsync(parsed, config, async site =>
        {
            var (_, findings) = await ExamineAsync(parsed.GetRequiredValue(config), site, stop);
            await parsed.InvocationConfiguration.Output.WriteAsync(parsed.GetValue(json) ? Json(findings) : Table(findings));
            return findings.Any(finding => finding.Verdict == Verdict.Failed) ? ExitCode.Failed : ExitCode.Ok;
        }));
        return command;
    }

    /// <summary>What this machine is like for a site, and what that means.</summary>
    internal static async Task<(MachineFacts Facts, ImmutableArray<Finding> Findings)> ExamineAsync(string file, SiteConfiguration site, CancellationToken stop)
    {
        var network = new Membership(site.StoreFolder).Settings(site.Network);
        var facts = await new MachineSurvey("/", TimeProvider.System).LookAsync(file, site, network, stop);
        return (facts, Doctor.Examine(site, network, facts));
    }

    internal static string Table(ImmutableArray<Finding> findings)
    {
        var check = findings.Max(finding => finding.Check.Length);
        var lines = findings.SelectMany(finding => (string[])
        [
            $"{Word(finding.Verdict)}  {finding.Check.PadRight(check)}  {finding.Result}",
            .. finding.Cure is { } cure ? new[] { $"{new string(' ', 10 + check)}-> {cure}" } : [],
        ]);
        var (failed, warnings) = (findings.Count(finding => finding.Verdict == Verdict.Failed), findings.Count(finding => finding.Verdict == Verdict.Warning));
        return $"{string.Join('\n', lines)}\n\n{findings.Length} checks, {failed} failed, {warnings} to look at.\n";
    }

    internal static string Json(ImmutableArray<Finding> findings)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartArray();
            foreach (var finding in findings)
            {
                writer.WriteStartObject();
                writer.WriteString("check", finding.Check);
                writer.WriteString("verdict", finding.Verdict.ToString().ToLowerInvariant());
                writer.WriteString("result", finding.Result);
                writer.WriteString("cure", finding.Cure);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Good => "ok    ",
        Verdict.Warning => "look  ",
        _ => "FAILED",
    };
}
