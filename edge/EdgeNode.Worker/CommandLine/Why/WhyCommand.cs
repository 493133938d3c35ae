using System.CommandLine;
using System.Globalization;
using EdgeNode.Contracts;
using EdgeNode.Core;
using EdgeNode.CloudSync;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary><c>edgenode why</c>: makes a decision of the journal once more and tells its rules; also while the node runs.</summary>
internal static class WhyCommand
{
    private static readonly TimeSpan Moments = TimeSpan.FromSeconds(30);

    public static Command Build()
    {
        var config = new Option<string>("--config", "-c") { Description = "The site's configuration file.", Required = true, HelpName = "site.yaml" };
        var sequence = new Argument<long>("record") { Description = "Number of a record that granted or denied access." };
        var command = new Command("why", "Make a decision of the journal once more, and say rule by rule why it is so; also while the node runs.") { sequence, config };
        command.SetAction(parsed => OnSite.Run(parsed, config, site => Run(site, parsed.GetRequiredValue(sequence), parsed.InvocationConfiguration.Output)));
        return command;
    }

    private static int Run(SiteConfiguration site, long sequence, TextWriter output)
    {
        var records = Read(site, sequence);
        if (records.LastOrDefault(record => record.Sequence == sequence) is not { } record)
        {
            throw new FormatException($"There is no record {sequence}; the journal ends with record {records.LastOrDefault()?.Sequence ?? 0}.");
        }

        if (VersionOf(record.Fact) is not { } version)
        {
            throw new FormatException($"Record {sequence} is no decision at a door, but {record.Fact.GetType().Name}. Decisions before it: {Others(records, sequence)}.");
        }

        var policy = PolicySnapshot.Build(site.Definition, PolicyOf(site, version));
        var before = records.Where(earlier => earlier.Sequence < sequence)
            .Aggregate(Site.Initial(site.Definition, policy), Site.Recall);
        if (DecisionReplay.Of(before, record, Companions(records, record)) is not { } replay)
        {
            output.WriteLine($"The journal says: {DecisionStory.Outcome(record.Fact)} That is the end of a wait at the reader, not a decision: {DecisionRules.All[((JournalFact.AccessDenied)record.Fact).Reason].Broken}.");
            return ExitCode.Ok;
        }

        DecisionStory.Tell(output, before, record.At, replay.Request, replay.Decision);
        output.WriteLine($"The journal says: {DecisionStory.Outcome(record.Fact)}");
        output.WriteLine(replay.Same
            ? "Decided once more, it is the same."
            : "Decided once more, it is NOT the same: the configuration was changed since, or the record's person was erased.");
        return replay.Same ? ExitCode.Ok : ExitCode.Failed;
    }

    // A moment after the record too: who came along is recorded after the one who let both in.
    private static List<JournalEntry> Read(SiteConfiguration site, long sequence)
    {
        var records = new List<JournalEntry>();
        JournalProof.Read(NodeStore.JournalFolder(site), 1, sequence + 10, (_, entry) => records.Add(entry));
        return records;
    }

    private static long? VersionOf(JournalFact fact) => fact switch
    {
        JournalFact.AccessGranted granted => granted.Policy,
        JournalFact.AccessDenied denied => denied.Policy,
        _ => null,
    };

    private static string Others(List<JournalEntry> records, long sequence)
    {
        var decisions = records.Where(record => record.Sequence < sequence && VersionOf(record.Fact) is not null).TakeLast(3)
            .Select(record => record.Sequence.ToString(CultureInfo.InvariantCulture)).ToArray();
        return decisions.Length == 0 ? "none" : string.Join(", ", decisions);
    }

    private static Policy PolicyOf(SiteConfiguration site, long version)
    {
        if (version == 0)
        {
            return Policy.Nothing;
        }

        var kept = NodeStore.OpenPolicies(site).NewestFirst().FirstOrDefault(letter => letter.Version == version)
            ?? throw new FormatException($"Policy {version}, by which it was decided, is no longer kept at this site; the oldest are dropped to make room.");
        try
        {
            using var letter = kept.Open();
            var read = PolicyReading.Read(letter, site.Definition.Id.Value, site.Definition.TimeZone, kept.Hash);
            return read.Policy ?? throw new FormatException($"Policy {version} cannot be read by this version of the program: {string.Join(" ", read.Errors)}");
        }
        catch (Exception damaged) when (damaged is LetterException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"Policy {version}, by which it was decided, cannot be read any more: {damaged.Message}", damaged);
        }
    }

    private static HolderRef[] Companions(List<JournalEntry> records, JournalEntry record) =>
    [
        .. records.Where(other => other.Sequence != record.Sequence && (other.At.Uptime - record.At.Uptime).Duration() < Moments)
            .Select(other => other.Fact is JournalFact.AccessGranted or JournalFact.AccessDenied ? other.Fact.Who?.Holder : null)
            .OfType<HolderRef>().Distinct(),
    ];
}
