using EdgeNode.Core;
using EdgeNode.Store;
using EdgeNode.Store.Tests;

namespace EdgeNode.Worker.Tests;

public sealed class RetentionTests : IDisposable
{
    private static readonly DateTimeOffset Tap = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_kind_of_detail_goes_after_the_days_of_the_sites_own_file_without_the_network_and_the_chain_holds()
    {
        using var site = new SmallSite(_folder.Path, "retention: { movementDays: 3, alarmDays: 10, billingDays: 31 }");
        using (var journal = Journal.Open(NodeStore.JournalFolder(site.Configuration), new() { FillSalt = salt => salt.Fill(1), NewEpoch = () => "epoch-1", Synchronous = true }))
        {
            Append(journal, new JournalFact.AccessTaken(new("street"), Direction.In));
            Append(journal, new JournalFact.AccessDenied(new("street-in"), DenyReason.CredentialNotFound, [DenyReason.CredentialNotFound], null, 1));
            Append(journal, new JournalFact.SessionClosed(1, new("there"), null, Tap, Tap, SessionClass.Measured));
        }

        await using var node = site.Start();
        Assert.Equal((true, true, true), After(days: 1));
        Assert.Equal((false, true, true), After(days: 3));
        Assert.Equal((false, false, true), After(days: 8));
        Assert.Equal((false, false, false), After(days: 50));
        Assert.Equal(
            [Erasure.Movements, Erasure.Alarms, Erasure.Billing],
            node.Journal.Read(1).Select(entry => entry.Fact).OfType<JournalFact.DetailsErased>().Where(erased => erased.Why != Erasure.DeskTimes).Select(erased => erased.Why));
        Assert.Null(JournalProof.Verify(NodeStore.JournalFolder(site.Configuration)).FirstBad);

        // Which of the three still knows its person.
        (bool, bool, bool) After(int days)
        {
            for (var day = 0; day < days; day++)
            {
                site.Time.Advance(TimeSpan.FromDays(1));
                node.Loop.Look();
                node.Loop.Drain();
            }

            var known = node.Journal.Read(1).Take(3).Select(entry => entry.Fact.Who is not null).ToList();
            return (known[0], known[1], known[2]);
        }
    }

    private static void Append(Journal journal, JournalFact fact) =>
        journal.Append(fact with { Who = new(new("holder-1"), null) }, new(TimeSpan.FromSeconds(journal.Appended + 1), Tap, ClockTrust.Trusted));
}
