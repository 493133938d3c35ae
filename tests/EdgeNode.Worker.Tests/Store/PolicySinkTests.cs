using System.Threading.Channels;
using EdgeNode.Contracts;
using EdgeNode.Core;
using EdgeNode.Store;

namespace EdgeNode.Worker.Tests;

public sealed class PolicySinkTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("edgenode-sink-").FullName;

    [Fact]
    public async Task The_letter_in_force_is_read_back_and_a_disk_that_does_not_even_list_it_has_none()
    {
        var site = ConfigurationFixture.Read(ConfigurationFixture.Minimal).Configuration!.Definition;
        var sink = new PolicySink(new PolicyFiles(_folder), site, Policy.Nothing, Channel.CreateUnbounded<SiteEvent>().Writer);
        Assert.Null(sink.Letter);
        var letter = LetterCodec.Encode(new PolicyLetter(site.Id.Value, 7, [], [], [], [], [], []));
        Assert.True(await sink.Offer(Policy.Nothing with { Version = 7, Hash = JournalCodec.HashOf(letter) }, letter));
        Assert.Equal(letter, sink.Letter);
        Directory.Delete(_folder, recursive: true);
        Assert.Null(sink.Letter);
    }
}
