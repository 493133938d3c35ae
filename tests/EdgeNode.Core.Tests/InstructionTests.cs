using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

public class InstructionTests
{
    public static TheoryData<string, SiteEvent, bool> Said => new()
    {
        { "an arrival", new SiteEvent.ArrivalConfirmed(new("r1")) { By = new("boss") }, true },
        { "by nobody", new SiteEvent.ArrivalConfirmed(new("r1")), false },
        { "where nobody is awaited", new SiteEvent.ArrivalConfirmed(new("d2")) { By = new("boss") }, false },
        { "where there is no desk", new SiteEvent.ArrivalConfirmed(new("nowhere")) { By = new("boss") }, false },
        { "one is forgiven", new SiteEvent.PassbackForgiven(new("staff")) { By = new("boss") }, true },
        { "all are", new SiteEvent.PassbackForgiven(null) { By = new("boss") }, true },
        { "one by nobody", new SiteEvent.PassbackForgiven(new("staff")), false },
        { "a stranger", new SiteEvent.PassbackForgiven(new HolderRef("stranger")) { By = new("boss") }, false },
        { "a badge", new SiteEvent.LoanGiven(new("7"), new("staff"), null, new("boss")), true },
        { "a badge that is none", new SiteEvent.LoanGiven(new("8"), new("staff"), null, new("boss")), false },
        { "a badge that is in", new SiteEvent.LoanReturned(new("7"), new("boss")), false },
        { "one that was never out", new SiteEvent.LoanLost(new("7"), new("boss")), false },
    };

    [Theory]
    [MemberData(nameof(Said))]
    public void What_is_said_by_hand_is_journalled_with_who_said_it_and_followed_only_when_the_site_knows_what_it_is_about(string what, SiteEvent @event, bool taken)
    {
        var world = new World(World.Book("booked", "r1", 0, 4));
        world.Step(@event);
        var fact = Assert.IsType<JournalFact.Instructed>(world.Facts[0]);
        Assert.True(taken == fact.Taken, what);
        Assert.Equal(what.EndsWith("by nobody", StringComparison.Ordinal) ? null : "boss", fact.Who?.Holder.Value);
        Assert.Equal(taken ? 2 : 1, world.Facts.Count);
    }

    [Fact]
    public void Who_looks_at_whose_movements_and_why_is_journalled_and_outlives_the_person()
    {
        var world = new World();
        world.Step(new SiteEvent.MovementsAsked(new("booked"), LookReason.Incident, new("auditor")));
        var seen = new JournalFact.MovementsSeen(new("auditor"), LookReason.Incident);
        Assert.Equal([seen with { Who = new(new("booked"), null) }], world.Facts);
        var line = JournalCodec.Encode(new(1, world.Now, world.Facts[0]), JournalCodec.Genesis, new byte[JournalCodec.SaltLength]);
        Assert.Equal(world.Facts[0], JournalCodec.Decode(line.Public, line.Personal).Entry.Fact);
        Assert.Equal(seen, JournalCodec.Decode(line.Public, []).Entry.Fact);
    }
}
