using System.Threading.Channels;
using EdgeNode.CloudSync;
using EdgeNode.Core;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary>Keeps a verified policy in its file, then hands it to the loop as a snapshot.</summary>
internal sealed class PolicySink(PolicyFiles files, SiteDefinition site, Policy current, ChannelWriter<SiteEvent> events) : IPolicySink
{
    private volatile Policy _current = current;

    public long Version => _current.Version;

    public string Hash => _current.Hash;

    public byte[]? Letter
    {
        get
        {
            try
            {
                return files.NewestFirst().FirstOrDefault(kept => kept.Version == Version && kept.Hash == Hash)?.ReadWhole();
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                // A disk that does not even list its files costs a longer letter, never the link.
                return null;
            }
        }
    }

    public async Task<bool> Offer(Policy policy, byte[] letter)
    {
        var snapshot = PolicySnapshot.Build(site, policy);
        files.Save(policy.Version, letter);
        await events.WriteAsync(new SiteEvent.PolicyReplaced(snapshot));
        _current = policy;
        return true;
    }
}
