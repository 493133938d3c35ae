namespace EdgeNode.Contracts.Tests;

public sealed class TopicsTests
{
    private static readonly DateOnly Day = new(2026, 11, 24);

    [Fact]
    public void Every_topic_that_is_built_is_read_back()
    {
        Assert.Equal(new SiteTopic.Status("gare"), Topics.Parse(Topics.Status("gare")));
        Assert.Equal(new SiteTopic.Now("gare"), Topics.Parse(Topics.Now("gare")));
        Assert.Equal(new SiteTopic.Journal("gare"), Topics.Parse(Topics.Journal("gare")));
        Assert.Equal(new SiteTopic.UsageChunk("gare", Day, 12), Topics.Parse(Topics.UsageChunk("gare", Day, 12)));
        Assert.Equal(new SiteTopic.UsageManifest("gare", Day), Topics.Parse(Topics.UsageManifest("gare", Day)));
        Assert.Equal(new SiteTopic.WantPolicy("gare", 7), Topics.Parse(Topics.WantPolicy("gare", 7)));
        Assert.Equal(new SiteTopic.JournalAck("gare"), Topics.Parse(Topics.JournalAck("gare")));
        Assert.Equal(new SiteTopic.UsageAck("gare", Day), Topics.Parse(Topics.UsageAck("gare", Day)));
        Assert.Equal(new SiteTopic.PolicyHead("gare"), Topics.Parse(Topics.PolicyHead("gare")));
        Assert.Equal(new SiteTopic.PolicyPart("gare", 7, 3), Topics.Parse(Topics.PolicyPart("gare", 7, 3)));
    }

    [Fact]
    public void Topics_stand_as_agreed()
    {
        Assert.Equal("en/1/gare/up/usage/2026-11-24/3", Topics.UsageChunk("gare", Day, 3));
        Assert.Equal("en/1/gare/dn/#", Topics.SiteAll("gare"));
        Assert.Equal(["$share/hub/en/1/+/up/#", "en/1/+/up/status", "en/1/+/up/now"], Topics.HubShared);
        Assert.Equal(new SiteTopic.Command("gare", "c1"), Topics.Parse("en/1/gare/dn/cmd/c1"));
        Assert.Equal(new SiteTopic.Answer("gare", "c1"), Topics.Parse("en/1/gare/up/answer/c1"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("en/1/gare")]
    [InlineData("en/1/gare/up")]
    [InlineData("en/2/gare/up/status")]
    [InlineData("en/1//up/status")]
    [InlineData("en/1/all/up/status")]
    [InlineData("en/1/gare/up/usage/2026-02-30/1")]
    [InlineData("en/1/gare/up/usage/2026-11-24/-1")]
    [InlineData("en/1/gare/up/usage/2026-11-24/99999999999")]
    [InlineData("en/1/gare/dn/status")]
    [InlineData("en/1/gare/up/status/")]
    public void Anything_else_is_no_topic_of_ours(string topic) => Assert.Null(Topics.Parse(topic));

    [Theory]
    [InlineData("a/b")]
    [InlineData("+")]
    [InlineData("#")]
    [InlineData("")]
    [InlineData("all")]
    public void A_site_whose_name_would_reach_into_others_is_refused(string site) =>
        Assert.Throws<ArgumentException>(() => Topics.SiteAll(site));
}
