using System.Collections.Concurrent;
using EdgeNode.Contracts;

namespace EdgeNode.Hub;

/// <summary>Opens every letter of the sites, hands it to its intake, and writes the answer. Knows no broker.</summary>
public sealed class HubPostOffice(
    JournalIntake journal, UsageIntake usage, StatusIntake status, PolicyShelf shelf, HubDirectory directory)
{
    private readonly ConcurrentDictionary<string, PackedPolicy> _published = new();

    /// <summary>Takes one letter; what it did is durable when this returns.</summary>
    /// <exception cref="LetterException">The letter cannot be read.</exception>
    public IReadOnlyList<OutgoingLetter> Take(string topic, byte[] payload) => Topics.Parse(topic) switch
    {
        SiteTopic.Journal of => Answer(of.Site, journal.Take(of.Site, JournalBatchCodec.Unpack(payload))),
        SiteTopic.UsageChunk of => Keep(of, LetterCodec.Unpack<UsageChunk>(payload)),
        SiteTopic.UsageManifest of => Answer(of.Site, usage.Take(of.Site, LetterCodec.Decode<UsageManifest>(payload))),
        SiteTopic.Status of => Note(of.Site, LetterCodec.Decode<SiteStatus>(payload)),
        SiteTopic.WantPolicy of => Parts(of, LetterCodec.Decode<PolicyWant>(payload)),
        _ => [],
    };

    /// <summary>Makes a site's policy anew where something has changed; returns its letters.</summary>
    public (long Version, IReadOnlyList<OutgoingLetter> Letters) Publish(string site)
    {
        var policy = shelf.Latest(site);
        _published[site] = policy;
        return (policy.Head.Version, [Head(site, policy)]);
    }

    /// <summary>The heads of every site's policy: a broker that has forgotten them has them again.</summary>
    public IReadOnlyList<OutgoingLetter> Heads() => [.. directory.Sites().Select(site => Head(site, Published(site)))];

    private PackedPolicy Published(string site) => _published.GetOrAdd(site, shelf.Latest);

    private static OutgoingLetter Head(string site, PackedPolicy policy) =>
        new(Topics.PolicyHead(site), LetterCodec.Encode(policy.Head), Retain: true);

    private static OutgoingLetter[] Answer(string site, JournalAck ack) => [new(Topics.JournalAck(site), LetterCodec.Encode(ack), Retain: false)];

    private static OutgoingLetter[] Answer(string site, UsageAck ack) => [new(Topics.UsageAck(site, ack.Day), LetterCodec.Encode(ack), Retain: false)];

    private OutgoingLetter[] Keep(SiteTopic.UsageChunk of, UsageChunk chunk)
    {
        if (chunk.Site == of.Site && chunk.Day == of.Day && chunk.Index == of.Index)
        {
            usage.Take(of.Site, chunk);
        }

        return [];
    }

    private OutgoingLetter[] Note(string site, SiteStatus now)
    {
        status.Take(site, now);
        return now.Online ? Answer(site, journal.Through(site, now.Epoch)) : [];
    }

    private OutgoingLetter[] Parts(SiteTopic.WantPolicy of, PolicyWant want)
    {
        var policy = Published(of.Site);
        return policy.Head.Version != of.Version ? [Head(of.Site, policy)] :
        [
            .. policy.Parts
                .Where(part => want.Parts.Count == 0 || want.Parts.Contains(part.Index))
                .Select(part => new OutgoingLetter(Topics.PolicyPart(of.Site, part.Version, part.Index), LetterCodec.Encode(part), Retain: false)),
        ];
    }
}
