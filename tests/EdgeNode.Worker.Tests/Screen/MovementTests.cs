using EdgeNode.Core;

namespace EdgeNode.Worker.Tests;

public sealed class MovementTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edgenode-movements-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_look_stands_in_the_journal_and_finds_what_it_knows_of_that_person_alone()
    {
        using var site = new SmallSite(_folder.FullName);
        await using var node = site.Start();
        Assert.True(site.Opens(node, SmallSite.Street));
        node.Send(new SiteEvent.MovementsAsked(new("staff-1"), LookReason.Audit, new("auditor")));
        site.Pass(node, TimeSpan.FromSeconds(1));

        Assert.Equal(new JournalFact.MovementsSeen(new("auditor"), LookReason.Audit) { Who = new(new("staff-1"), null) }, node.Views.Current.Feed[0].Fact);
        Assert.Equal(["MovementsSeen", "AccessTaken", "AccessGranted"], node.Movements(new("staff-1")).Select(item => item.Fact.GetType().Name).Where(name => name != "SessionOpened"));
        Assert.Empty(node.Movements(new("staff-2")));
    }
}
