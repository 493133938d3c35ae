using System.Data.Common;
using EdgeNode.Contracts;

namespace EdgeNode.Hub;

/// <summary>Opens the letters of the sites, hands each to its intake, and writes the answers. Knows no broker.</summary>
public sealed class HubPostOffice(
    HubDatabase database, HubAlerts alerts, JournalIntake journal, UsageIntake usage, StatusIntake status, PolicyShelf shelf, CertificateDesk? certificates)
{
    /// <summary>
    /// Takes letters in as one: what they did is durable when this returns, or on an exception none of it. A letter that cannot be
    /// read is left out with an alert, since it will never become readable.
    /// </summary>
    public IReadOnlyList<OutgoingLetter> Take(IReadOnlyList<IncomingLetter> letters)
    {
        try
        {
            return TakeTogether(letters);
        }
        catch (DbException error) when (letters.Count > 1 && !error.IsTransient)
        {
            // One of them holds what the database does not take; the others must not wait for it.
            return [.. letters.SelectMany(letter => Take([letter]))];
        }
        catch (DbException error) when (!error.IsTransient && Topics.Parse(letters[0].Topic) is { } topic)
        {
            database.Transact(to =>
            {
                alerts.Raise(to, topic.Site, $"A letter cannot be stored and was left out: {error.Message}");
                return 0;
            });
            return [];
        }
    }

    private OutgoingLetter[] TakeTogether(IReadOnlyList<IncomingLetter> letters) => database.Transact(to =>
    {
        var opened = letters.Select(letter => (letter.Payload, Topic: Topics.Parse(letter.Topic))).Where(letter => letter.Topic is not null).ToArray();

        // Held in one order by every worker, so that no two wait for each other; from here on each site's letters are this worker's alone.
        foreach (var site in opened.Select(letter => letter.Topic!.Site).Distinct().Order(StringComparer.Ordinal))
        {
            to.Hold($"site {site}");
        }

        // Of several answers on one topic the last says it all.
        var answers = new Dictionary<string, OutgoingLetter>();
        foreach (var answer in opened.SelectMany(letter => Read(to, letter.Topic!, letter.Payload)))
        {
            answers[answer.Topic] = answer;
        }

        return answers.Values.ToArray();
    });

    /// <summary>Makes a site's policy anew where something has changed; returns its letters.</summary>
    public (long Version, IReadOnlyList<OutgoingLetter> Letters) Publish(string site)
    {
        var policy = database.Transact(to => shelf.Latest(to, site));
        return (policy.Head.Version, [Head(site, policy)]);
    }

    /// <summary>The heads of every site's policy: a broker that has forgotten them has them again.</summary>
    public IReadOnlyList<OutgoingLetter> Heads() =>
        [.. HubDirectory.Sites(database).Select(site => Head(site, database.Transact(to => shelf.Published(to, site))))];

    private OutgoingLetter[] Read(HubTransaction to, SiteTopic topic, byte[] payload)
    {
        try
        {
            return Deliver(to, topic, payload);
        }
        catch (LetterException unreadable)
        {
            alerts.Raise(to, topic.Site, $"A letter cannot be read and was left out: {unreadable.Message}");
            return [];
        }
    }

    private OutgoingLetter[] Deliver(HubTransaction to, SiteTopic topic, byte[] payload) => topic switch
    {
        SiteTopic.Journal of => Answer(of.Site, journal.Take(to, of.Site, JournalBatchCodec.Unpack(payload), payload)),
        SiteTopic.JournalLoss of => Answer(of.Site, journal.Take(to, of.Site, LetterCodec.Decode<JournalLoss>(payload))),
        SiteTopic.UsageChunk of => Keep(to, of, LetterCodec.Unpack<UsageChunk>(payload)),
        SiteTopic.UsageManifest of => Answer(of.Site, usage.Take(to, of.Site, LetterCodec.Decode<UsageManifest>(payload))),
        SiteTopic.Status of => Note(to, of.Site, LetterCodec.Decode<SiteStatus>(payload)),
        SiteTopic.Now of => Note(to, of.Site, LetterCodec.Decode<SiteNow>(payload)),
        SiteTopic.WantCertificate of when certificates is not null => [certificates.Renew(to, of.Site, LetterCodec.Decode<CertificateWant>(payload))],
        SiteTopic.Answer of => Note(to, of, LetterCodec.Decode<CommandAnswer>(payload)),
        SiteTopic.WantPolicy of => Parts(to, of, LetterCodec.Decode<PolicyWant>(payload)),
        _ => [],
    };

    private static OutgoingLetter Head(string site, PackedPolicy policy) =>
        new(Topics.PolicyHead(site), LetterCodec.Encode(policy.Head), Retain: true);

    private static OutgoingLetter[] Answer(string site, JournalAck ack) => [new(Topics.JournalAck(site), LetterCodec.Encode(ack), Retain: false)];

    private static OutgoingLetter[] Answer(string site, UsageAck ack) => [new(Topics.UsageAck(site, ack.Day), LetterCodec.Encode(ack), Retain: false)];

    private static OutgoingLetter[] Keep(HubTransaction to, SiteTopic.UsageChunk of, UsageChunk chunk)
    {
        if (chunk.Site == of.Site && chunk.Day == of.Day && chunk.Index == of.Index)
        {
            UsageIntake.Take(to, of.Site, chunk);
        }

        return [];
    }

    private OutgoingLetter[] Note(HubTransaction to, string site, SiteStatus now)
    {
        status.Take(to, site, now);
        return now.Online ? Answer(site, JournalIntake.Through(to, site, now.Epoch)) : [];
    }

    private OutgoingLetter[] Note(HubTransaction to, string site, SiteNow now)
    {
        status.Take(to, site, now);
        return [];
    }

    private static OutgoingLetter[] Note(HubTransaction to, SiteTopic.Answer of, CommandAnswer answer)
    {
        if (answer.Id == of.Id)
        {
            CommandDesk.Take(to, of.Site, answer);
        }

        return [];
    }

    private OutgoingLetter[] Parts(HubTransaction to, SiteTopic.WantPolicy of, PolicyWant want)
    {
        var policy = shelf.Published(to, of.Site);
        if (policy.Head.Version != of.Version)
        {
            return [Head(of.Site, policy)];
        }

        if (want.Have is { } have && PolicyShelf.Delta(to, of.Site, have, policy) is { } delta)
        {
            return [new(Topics.PolicyDelta(of.Site, of.Version), LetterCodec.Encode(delta), Retain: false)];
        }

        return
        [
            .. policy.Parts
                .Where(part => want.Parts.Count == 0 || want.Parts.Contains(part.Index))
                .Select(part => new OutgoingLetter(Topics.PolicyPart(of.Site, part.Version, part.Index), LetterCodec.Encode(part), Retain: false)),
        ];
    }
}
