using EdgeNode.CloudSync;
using EdgeNode.Contracts;
using EdgeNode.Core;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary>The node's memory, opened: keys, journal, policy letters and picture, each in its own place under one folder.</summary>
internal sealed class NodeStore : IDisposable
{
    private NodeStore(SiteKeys keys, Journal journal, PolicyFiles policies, Picture picture, Policy policy) =>
        (Keys, Journal, Policies, Picture, Policy) = (keys, journal, policies, picture, policy);

    /// <summary>Where everything lies.</summary>
    public required string Folder { get; init; }

    public SiteKeys Keys { get; }

    public Journal Journal { get; }

    public PolicyFiles Policies { get; }

    public Picture Picture { get; }

    /// <summary>The newest policy that can be read; <see cref="Policy.Nothing"/> where there is none.</summary>
    public Policy Policy { get; }

    /// <summary>Opens everything; what had to be set aside is reported.</summary>
    public static NodeStore Open(SiteConfiguration configuration, NodeParts parts, Action<string> report)
    {
        var folder = configuration.StoreFolder;
        var keys = SiteKeys.Open(Path.Combine(folder, "keys"), bytes => parts.Fill(bytes));
        var journal = Journal.Open(
            Path.Combine(folder, "journal"),
            new JournalOptions
            {
                FillSalt = bytes => parts.Fill(bytes),
                NewEpoch = () => NewEpoch(parts.Fill),
                Synchronous = parts.SingleThread,
            });
        foreach (var problem in journal.OpeningReport)
        {
            report(problem);
        }

        var policies = new PolicyFiles(Path.Combine(folder, "policy"), report);
        var picture = Picture.Open(Path.Combine(folder, "picture.db"), journal, report);
        return new(keys, journal, policies, picture, ReadPolicy(policies, configuration.Definition.Id, report)) { Folder = folder };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Picture.Dispose();
        Journal.Dispose();
    }

    private static Policy ReadPolicy(PolicyFiles files, SiteId site, Action<string> report)
    {
        foreach (var (version, letter) in files.LoadNewestFirst())
        {
            try
            {
                var read = PolicyReading.Read(LetterCodec.Decode<PolicyLetter>(letter), site.Value, JournalCodec.HashOf(letter));
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
