using System.Runtime.CompilerServices;

namespace EdgeNode.Contracts.Tests;

public sealed class AsyncApiTests
{
    private const string Brotli = "application/json+br";

    private static readonly LetterKind[] Kinds =
    [
        new(typeof(SiteTopic.Status), "en/1/{site}/up/status", typeof(SiteStatus), Retained: true),
        new(typeof(SiteTopic.Now), "en/1/{site}/up/now", typeof(SiteNow), Retained: true),
        new(typeof(SiteTopic.Journal), "en/1/{site}/up/journal", typeof(JournalBatch), Content: Brotli),
        new(typeof(SiteTopic.JournalLoss), "en/1/{site}/up/journal/loss", typeof(JournalLoss)),
        new(typeof(SiteTopic.UsageChunk), "en/1/{site}/up/usage/{day}/{index}", typeof(UsageChunk), Content: Brotli),
        new(typeof(SiteTopic.UsageManifest), "en/1/{site}/up/usage/{day}/manifest", typeof(UsageManifest)),
        new(typeof(SiteTopic.WantPolicy), "en/1/{site}/up/want/policy/{version}", typeof(PolicyWant)),
        new(typeof(SiteTopic.WantCertificate), "en/1/{site}/up/want/certificate", typeof(CertificateWant)),
        new(typeof(SiteTopic.Answer), "en/1/{site}/up/answer/{id}", typeof(CommandAnswer)),
        new(typeof(SiteTopic.JournalAck), "en/1/{site}/dn/ack/journal", typeof(JournalAck)),
        new(typeof(SiteTopic.UsageAck), "en/1/{site}/dn/ack/usage/{day}", typeof(UsageAck)),
        new(typeof(SiteTopic.PolicyHead), "en/1/{site}/dn/policy/head", typeof(PolicyHead), Retained: true),
        new(typeof(SiteTopic.PolicyPart), "en/1/{site}/dn/policy/part/{version}/{index}", typeof(PolicyPart)),
        new(typeof(SiteTopic.PolicyDelta), "en/1/{site}/dn/policy/delta/{version}", typeof(PolicyDelta)),
        new(typeof(SiteTopic.Certificate), "en/1/{site}/dn/certificate", typeof(SiteCertificate)),
        new(typeof(SiteTopic.Command), "en/1/{site}/dn/cmd/{id}", typeof(SiteCommand)),
    ];

    [Fact]
    public void Every_kind_of_topic_stands_on_the_page_and_is_read_from_its_address()
    {
        Assert.Equal(typeof(SiteTopic).GetNestedTypes().Select(type => type.Name).Order(), Kinds.Select(kind => kind.Name).Order());
        Assert.All(Kinds, kind => Assert.IsType(kind.Topic, Topics.Parse(kind.Address
            .Replace("{site}", "gare", StringComparison.Ordinal)
            .Replace("{day}", "2026-11-24", StringComparison.Ordinal)
            .Replace("{index}", "3", StringComparison.Ordinal)
            .Replace("{version}", "7", StringComparison.Ordinal)
            .Replace("{id}", "c1", StringComparison.Ordinal))));
    }

    [Fact]
    public void The_page_of_all_letters_is_what_the_code_says()
    {
        var page = AsyncApi.Write(Kinds);
        var path = Page();
        if (Environment.GetEnvironmentVariable("EDGENODE_GOLDEN") == "renew")
        {
            File.WriteAllText(path, page);
        }

        Assert.Equal(File.ReadAllText(path), page);
    }

    private static string Page([CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "docs", "asyncapi.yaml");
}
