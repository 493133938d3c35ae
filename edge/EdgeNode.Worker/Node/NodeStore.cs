using EdgeNode.CloudSync;
using EdgeNode.Contracts;
using EdgeNode.Core;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary>The node's memory, opened: keys, journal, policy letters and picture, each in its own place under one folder.</summary>
internal sealed class NodeStore : IDisposable
{
    private readonly IReadOnlyList<SiteCheckpoint> _found;

    private NodeStore(SiteConfiguration configuration, NodeParts parts, Action<string> report, long readFrom)
    {
        var folder = Folder = configuration.StoreFolder;
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

            Policies = new(Path.Combine(folder, "policy"), report);
            Picture = Picture.Open(PictureFile(configuration), Journal, report);
            Policy = ReadPolicy(Policies, configuration.Definition, report);
        }
        catch
        {
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
    public RetentionPolicy Retention { get; } = RetentionPolicy.Default;

    /// <summary>The newest policy that can be read; <see cref="Policy.Nothing"/> where there is none.</summary>
    public Policy Policy { get; }

    /// <summary>Where a site's journal lies.</summary>
    public static string JournalFolder(SiteConfiguration configuration) => Path.Combine(configuration.StoreFolder, "journal");

    /// <summary>Where a site's picture lies.</summary>
    public static string PictureFile(SiteConfiguration configuration) => Path.Combine(configuration.StoreFolder, "picture.db");

    /// <summary>Opens a site's checkpoints alone.</summary>
    public static Checkpoints OpenCheckpoints(SiteConfiguration configuration, Action<string> report) => new(Path.Combine(configuration.StoreFolder, "checkpoints"), report);

    /// <summary>Opens everything; what had to be set aside is reported.</summary>
    public static NodeStore Open(SiteConfiguration configuration, NodeParts parts, Action<string> report)
    {
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

    /// <summary>What the journal says of the site: the newest checkpoint that the journal bears out, and what came after.</summary>
    public SiteRecall Recall(SiteState initial) => Recall(Journal, _found, initial);

    /// <summary>The same from a journal and the checkpoints found beside it, newest first.</summary>
    public static SiteRecall Recall(Journal journal, IReadOnlyList<SiteCheckpoint> found, SiteState initial)
    {
        var from = found.FirstOrDefault(image => image.Epoch == journal.Epoch && image.Sequence <= journal.Durable
            && journal.ReadLines(image.Sequence).First().Hash == image.Head);
        var recall = from is null ? new(initial, journal.Epoch) : SiteRecall.From(initial, from);
        foreach (var (entry, hash) in journal.ReadHashed(recall.Sequence + 1))
        {
            recall = recall.Follow(entry, hash);
        }

        return recall;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Picture.Dispose();
        Journal.Dispose();
    }

    /// <summary>The newest policy that can be read; <see cref="Policy.Nothing"/> where there is none.</summary>
    public static Policy ReadPolicy(PolicyFiles files, SiteDefinition site, Action<string> report)
    {
        foreach (var (version, letter) in files.LoadNewestFirst())
        {
            try
            {
                var read = PolicyReading.Read(LetterCodec.Decode<PolicyLetter>(letter), site.Id.Value, site.TimeZone, JournalCodec.HashOf(letter));
                if (read.Policy is { } policy)
                {
                    return policy;
                }

                report($"Policy {version} on the disk cannot be used: {string.Join("; ", read.Errors)}. The one before it is in force until the network sends a new one.");
            }
            catch (LetterException error)
            {
                report($"Policy {version} on the disk cannot be read: {error.Message} The one before it is in force until the network sends a new one.");
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
