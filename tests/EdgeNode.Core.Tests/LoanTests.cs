using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

public class LoanTests
{
    private static readonly LoanBadgeId Seven = new("7");

    [Theory]
    [InlineData("", "LoanNotHandedOut")]
    [InlineData("lent to staff", "opens for staff by AccessProfile")]
    [InlineData("lent to booked", "opens for booked by Booking")]
    [InlineData("lent to booked for the booking", "opens for booked by Booking")]
    [InlineData("lent to clean for the booking", "LoanNotHandedOut")]
    [InlineData("lent to a stranger", "LoanNotHandedOut")]
    [InlineData("lent to staff by nobody", "LoanNotHandedOut")]
    [InlineData("lent to staff; returned", "LoanNotHandedOut")]
    [InlineData("lent to staff; lost", "CredentialNotEnabled")]
    [InlineData("lent to staff; lost; returned; lent to staff", "opens for staff by AccessProfile")]
    [InlineData("lent to staff; lent to booked", "opens for staff by AccessProfile")]
    [InlineData("lent to staff; 12.9 h", "opens for staff by AccessProfile")]
    [InlineData("lent to staff; 13 h", "CredentialExpired")]
    [InlineData("lent to staff; 13 h; lent to staff", "CredentialExpired")]
    [InlineData("lent to staff; 13 h; returned; lent to staff", "opens for staff by AccessProfile")]
    [InlineData("lent to booked for the booking; 4 h", "CredentialExpired")]
    public void A_loan_badge_opens_for_whoever_has_it_until_the_booking_ends_or_the_site_closes(string story, string said)
    {
        var world = Play(story);
        Assert.Equal(said, world.Tap("t-loan") switch
        {
            JournalFact.AccessGranted granted => $"opens for {granted.Who?.Holder.Value} by {granted.Basis}",
            JournalFact.AccessDenied denied => $"{denied.Reason}",
            _ => "nothing",
        });
    }

    [Theory]
    [InlineData("lent to staff", "Out")]
    [InlineData("lent to staff; lost", "Lost")]
    [InlineData("lent to staff; 13 h", "Overdue")]
    [InlineData("lent to staff; 13 h; lost", "Lost")]
    [InlineData("lent to staff; returned", "")]
    public void Badges_that_are_not_back_stand_on_the_list_also_after_a_restart(string story, string listed)
    {
        var world = Play(story);
        var recalled = world.Recalled();
        Assert.Equal(world.State.Loans, recalled.Loans);
        foreach (var state in (SiteState[])[world.State, recalled])
        {
            var loans = SitePicture.Draw(state, world.Now, 1, [], Health).Loans;
            Assert.Equal(listed, string.Join(' ', loans.Select(loan => $"{loan.Status}")));
            Assert.All(loans, loan => Assert.Equal((Seven, new DateTime(2026, 3, 2, 22, 0, 0)), (loan.Badge, loan.Until.DateTime)));
        }
    }

    [Fact]
    public void Whoever_hands_out_badges_sees_which_are_in_who_has_the_others_and_who_may_need_one()
    {
        var desk = LoanDesk.Of(Play("").State);
        Assert.Equal([Seven], desk.Drawer);
        Assert.Contains(desk.Takers, taker => taker is { Holder.Value: "booked", Booking: not null, Start: not null, Place.Length: > 0 });
        Assert.Contains(desk.Takers, taker => taker is { Holder.Value: "staff", Booking: null });
        var lent = LoanDesk.Of(Play("lent to staff").State);
        Assert.Empty(lent.Drawer);
        Assert.Equal((Seven, LoanStatus.Out, new HolderRef("staff")), Assert.Single(lent.Out) is var loan ? (loan.Badge, loan.Status, loan.Holder) : default);
        Assert.DoesNotContain(LoanDesk.Of(Play("4 h").State).Takers, taker => taker.Booking is not null && taker.Holder.Value == "booked");
    }

    [Fact]
    public void That_a_badge_is_not_back_is_said_once_at_the_end_of_its_time()
    {
        var world = Play("lent to booked for the booking; 20 h");
        var (fact, at) = Assert.Single(world.Times, record => record.Fact is JournalFact.LoanChanged { Status: LoanStatus.Overdue });
        Assert.Equal((World.Nine.AddHours(4), "booked"), (at, fact.Who?.Holder.Value));
    }

    [Fact]
    public void Nobody_is_kept_inside_by_a_loan_badge_that_opens_nothing() =>
        Assert.Equal(GrantBasis.Exit, Assert.IsType<JournalFact.AccessGranted>(Play("lent to staff; lost").Tap("t-loan", "street-out")).Basis);

    [Fact]
    public void Whoever_has_a_loan_badge_gets_out_with_it_though_the_network_knows_them_no_more()
    {
        var world = Play("lent to staff");
        world.Gone = new("staff");
        world.Step(new SiteEvent.PolicyReplaced(world.Snapshot()));
        Assert.Equal(DenyReason.HolderNotFound, Assert.IsType<JournalFact.AccessDenied>(world.Tap("t-loan")).Reason);
        Assert.Equal(GrantBasis.Exit, Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-loan", "street-out")).Basis);
    }

    [Fact]
    public void A_badge_whose_holder_was_erased_is_not_back_all_the_same_and_opens_nothing()
    {
        var world = Play("lent to staff; lost");
        var start = new SiteRecall(Site.Initial(world.Here, world.Snapshot()), "e");
        var erased = world.Entries().Select(entry => entry.Fact is JournalFact.LoanChanged changed ? entry with { Fact = changed with { Who = null } } : entry);
        world.State = erased.Aggregate(start, (known, entry) => known.Follow(entry, "h")).State;
        Assert.Equal((LoanStatus.Lost, null), (world.State.Loans[Seven].Status, world.State.Loans[Seven].Holder));
        Assert.Equal(DenyReason.CredentialNotEnabled, Assert.IsType<JournalFact.AccessDenied>(world.Tap("t-loan")).Reason);
        world.Step(new SiteEvent.LoanGiven(Seven, new("booked"), null, new("boss")));
        Assert.Equal(LoanStatus.Lost, world.State.Loans[Seven].Status);
        world.Step(new SiteEvent.LoanReturned(Seven, new("boss")));
        Assert.Empty(world.State.Loans);
    }

    [Fact]
    public void Who_has_a_badge_that_never_came_back_is_forgotten_with_the_movements()
    {
        var world = Play("lent to staff; 13 h");
        world.Pass(TimeSpan.FromDays(89).TotalSeconds);
        Assert.NotNull(world.State.Loans[Seven].Holder);
        world.Pass(TimeSpan.FromDays(2).TotalSeconds);
        Assert.Equal((LoanStatus.Overdue, null), (world.State.Loans[Seven].Status, world.State.Loans[Seven].Holder));
    }

    [Fact]
    public void A_decision_about_a_loan_badge_comes_out_the_same_again()
    {
        foreach (var story in (string[])["", "lent to staff", "lent to staff; lost"])
        {
            var world = Play(story);
            var before = world.State;
            world.Tap("t-loan");
            Assert.True(DecisionReplay.Of(before, world.Journal.Last(record => record.Fact is JournalFact.AccessGranted or JournalFact.AccessDenied), [])!.Same, story);
        }
    }

    private static NodeHealth Health { get; } = new(true, 0, false, 0, null, 0, 1, null, []);

    private static World Play(string story)
    {
        var world = new World(World.Book("booked", "d1", 0, 4));
        foreach (var words in story.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(' ')))
        {
            HolderRef? by = words is [.., "nobody"] ? null : new("boss");
            switch (words)
            {
                case ["lent", "to", .. var whom]:
                    BookingId? booking = words is [.., "booking"] ? world.Bookings[0].Id : null;
                    world.Step(new SiteEvent.LoanGiven(Seven, new(whom[0] == "a" ? "stranger" : whom[0]), booking, by));
                    break;
                case ["returned"]:
                    world.Step(new SiteEvent.LoanReturned(Seven, by));
                    break;
                case ["lost"]:
                    world.Step(new SiteEvent.LoanLost(Seven, by));
                    break;
                case [var hours, "h"]:
                    world.Pass(double.Parse(hours, System.Globalization.CultureInfo.InvariantCulture) * 3600);
                    break;
            }
        }

        return world;
    }
}
