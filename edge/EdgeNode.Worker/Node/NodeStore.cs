using EdgeNode.CloudSync;
using EdgeNode.Contracts;
using EdgeNode.Core;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary>The node's memory, opened: keys, journal, policy letters and picture, each in its own place under one folder.</summary>
internal sealed class NodeStore : IDisposable
{
    /// <summary>How many records are looked through for what is worth showing.</summary>
    public const int LatestRecords = 2_000;

    private const string Before = "The one before it is in force until the network sends a new one.";

    private readonly IReadOnlyList<SiteCheckpoint> _found;

    private NodeStore(SiteConfiguration configuration, NodeParts parts, Action<string> report, long readFrom)
    {
        var folder = Folder = configuration.StoreFolder;
        Retention = configuration.Retention;
        Keys = SiteKeys.Open(Path.Combine(folder, "keys"), bytes => parts.Fill(bytes));
        Checkpoints = OpenCheckpoints(configuration, report);
        _found = Checkpoints.NewestFirst();
        Journal = Journal.Open(
            JournalFolder(configuration),
            new JournalOptions
            {
                FillSalt = bytes => parts.Fill(bytes),
                NewEpoch = () => NewEpoch(parts.Fill),
                Synchronous = parts.SingleThread,
                ReadFrom = Math.Min(readFrom, _found.Count > 0 ? _found[0].Sequence : 1),
            },
            parts.Time);
        try
        {
            foreach (var problem in Journal.OpeningReport)
            {
                report(problem);
            }

            Policies = OpenPolicies(configuration);
            Picture = Picture.Open(PictureFile(configuration), Journal, report);
            Policy = ReadPolicy(Policies, configuration.Definition, report);
            Snapshot = PolicySnapshot.Build(configuration.Definition, Policy);
            Recall = Remember(Journal, _found, Site.Initial(configuration.Definition, Snapshot), report);
            Latest = [.. ReadLatest(LatestRecords)];
        }
        catch
        {
            Picture?.Dispose();
            Journal.Dispose();
            throw;
        }
    }

    /// <summary>Where everything lies.</summary>
    public string Folder { get; }

    public SiteKeys Keys { get; }

    public Journal Journal { get; }

    public Checkpoints Checkpoints { get; }

    public PolicyFiles Policies { get; }

    public Picture Picture { get; }

    /// <summary>How long details are kept.</summary>
    public RetentionPolicy Retention { get; }

    /// <summary>The newest policy that can be read; <see cref="Policy.Nothing"/> where there is none.</summary>
    public Policy Policy { get; }

    /// <summary>The same, ready for decisions.</summary>
    public PolicySnapshot Snapshot { get; }

    /// <summary>What the journal says of the site: the newest checkpoint that the journal bears out, and what came after.</summary>
    public SiteRecall Recall { get; }

    /// <summary>The last records, at most <see cref="LatestRecords"/>.</summary>
    public IReadOnlyList<JournalEntry> Latest { get; }

    /// <summary>The last durable records, oldest first; where the start passed over older gaps, fewer.</summary>
    public IEnumerable<JournalEntry> ReadLatest(int count) => Journal.Durable is var durable && durable == 0 ? []
        : Journal.Read(JournalGap.Latest(Recall.Gaps, durable, count)).TakeWhile(entry => entry.Sequence <= durable);

    /// <summary>How many durable records come behind one.</summary>
    public long Waiting(long acknowledged) => JournalGap.Records(Recall.Gaps, acknowledged + 1, Journal.Durable);

    /// <summary>Where a site's journal lies.</summary>
    public static string JournalFolder(SiteConfiguration configuration) => Path.Combine(configuration.StoreFolder, "journal");

    /// <summary>Where a site's picture lies.</summary>
    public static string PictureFile(SiteConfiguration configuration) => Path.Combine(configuration.StoreFolder, "picture.db");

    /// <summary>Opens a site's checkpoints alone.</summary>
    public static Checkpoints OpenCheckpoints(SiteConfiguration configuration, Action<string> report) => new(Path.Combine(configuration.StoreFolder, "checkpoints"), report);

    /// <summary>Opens a site's policies alone.</summary>
    public static PolicyFiles OpenPolicies(SiteConfiguration configuration) => new(Path.Combine(configuration.StoreFolder, "policy"));

    /// <summary>Opens everything; what had to be set aside is reported.</summary>
    /// <exception cref="InvalidDataException">A restoring of it was interrupted.</exception>
    public static NodeStore Open(SiteConfiguration configuration, NodeParts parts, Action<string> report)
    {
        if (StoreRestoring.IsInterrupted(configuration.StoreFolder))
        {
            throw new InvalidDataException($"The restoring of {configuration.StoreFolder} was interrupted. Do it again: edgenode restore. To leave it and keep what is there, see docs/operating.md.");
        }

        try
        {
            return new(configuration, parts, report, readFrom: long.MaxValue);
        }
        catch (JournalDamagedException damaged)
        {
            // Damage in what an earlier run had proved: everything is read and mended, however long it takes.
            report(damaged.Message);
            return new(configuration, parts, report, readFrom: 1);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Picture.Dispose();
        Journal.Dispose();
    }

    /// <summary>What a journal says of its site: the newest checkpoint that it bears out, and what came after.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="found">Checkpoints, newest first.</param>
    /// <param name="initial">The site before its first record.</param>
    /// <param name="report">Told when the latest checkpoint does not count.</param>
    public static SiteRecall Remember(Journal journal, IReadOnlyList<SiteCheckpoint> found, SiteState initial, Action<string> report)
    {
        var from = found.FirstOrDefault(image => IsBorneOut(journal, image));
        if (found is [var latest, ..] && from != latest)
        {
            report("The latest checkpoint of the site's memory is not of this journal as it is now; an older one, or all of the journal, was read instead. It heals by itself with the next checkpoint.");
        }

        var recall = from is null ? new(initial, journal.Epoch) : SiteRecall.From(initial, from);
        foreach (var (entry, hash) in journal.ReadKnown(recall.Sequence + 1))
        {
            recall = recall.Follow(entry, hash);
        }

        return recall;
    }

    // A checkpoint is believed only while the journal holds its record with its hash.
    private static bool IsBorneOut(Journal journal, SiteCheckpoint found) =>
        found.Epoch == journal.Epoch && journal.ReadLines(found.Sequence).FirstOrDefault()?.Hash == found.Head;

    /// <summary>The newest policy that can be read; <see cref="Policy.Nothing"/> where there is none.</summary>
    public static Policy ReadPolicy(PolicyFiles files, SiteDefinition site, Action<string> report)
    {
        foreach (var kept in files.NewestFirst())
        {
            try
            {
                using var letter = kept.Open();
                var read = PolicyReading.Read(letter, site.Id.Value, site.TimeZone, kept.Hash);
                if (read.Policy is { } policy)
                {
                    return policy;
                }

                report($"Policy {kept.Version} on the disk cannot be used: {string.Join("; ", read.Errors)}. {Before}");
            }
            catch (LetterException error)
            {
                report($"Policy {kept.Version} on the disk cannot be read: {error.Message} {Before}");
            }
            catch (Exception damaged) when (damaged is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                report($"Policy {kept.Version} on the disk is passed over: {damaged.Message} {Before} Have the disk checked.");
            }
        }

        return Policy.Nothing;
    }

    private static string NewEpoch(FillBytes fill)
    {
        Span<byte> bytes = stackalloc byte[8];
        fill(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
