using CsCheck;
using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

public class SessionTests
{
    private static readonly SiteDefinition Cleaned = World.Definition with
    {
        Rules = SiteRules.Default with { ForgottenExitAfter = TimeSpan.FromHours(2), ClosingTime = new(10, 30) },
    };

    [Theory]
    [InlineData(SessionEvidence.EntryTap | SessionEvidence.ExitTap, SessionClass.Measured)]
    [InlineData(SessionEvidence.EntryTap | SessionEvidence.ExitTap | SessionEvidence.PossiblyTwo, SessionClass.Measured)]
    [InlineData(SessionEvidence.EntryTap | SessionEvidence.ExitTap | SessionEvidence.ClockJumped, SessionClass.Estimated)]
    [InlineData(SessionEvidence.EntryTap | SessionEvidence.BookingEnd, SessionClass.Estimated)]
    [InlineData(SessionEvidence.EntryTap | SessionEvidence.ClosingTime, SessionClass.Estimated)]
    [InlineData(SessionEvidence.EntryTap | SessionEvidence.LastSeen, SessionClass.Estimated)]
    [InlineData(SessionEvidence.EntryTap | SessionEvidence.ExitTap | SessionEvidence.SeatContested, SessionClass.Disputed)]
    [InlineData(SessionEvidence.EntryTap | SessionEvidence.BookingEnd | SessionEvidence.SeatContested, SessionClass.Disputed)]
    [InlineData(SessionEvidence.None, SessionClass.Estimated)]
    public void Evidence_makes_the_class_of_a_session(SessionEvidence evidence, SessionClass @class) => Assert.Equal(@class, SessionClasses.ClassOf(evidence));

    [Theory]
    [InlineData("t-booked", 0, "booking end", 4.0)]
    [InlineData("t-clean", -3.5, "last sign", -1.5)]
    [InlineData("t-clean", -1.1, "last sign", 0.9)]
    public void A_forgotten_exit_ends_with_the_booking_or_a_while_after_the_last_sign(string token, double from, string why, double end)
    {
        var world = new World(Cleaned, World.Book("booked", "d1", 0, 4)) { Wall = World.Nine.AddHours(from) };
        Enter(world, token);
        world.Pass(8 * 3600);
        var closed = Assert.Single(world.Facts.OfType<JournalFact.SessionClosed>());
        Assert.Equal((why, World.Nine.AddHours(end), SessionClass.Estimated), (Why(closed), closed.End, closed.Class));
    }

    [Theory]
    [InlineData(0, "last sign", -1.5)]
    [InlineData(1, "last sign", -0.5)]
    [InlineData(1.9, "last sign", 0.4)]
    public void Every_sign_of_the_person_puts_a_forgotten_exit_off_until_the_site_closes(double again, string why, double end)
    {
        var world = new World(Cleaned) { Wall = World.Nine.AddHours(-3.5) };
        Enter(world, "t-clean");
        world.Pass(again * 3600);
        if (again > 0)
        {
            Enter(world, "t-clean");
        }

        world.Pass(8 * 3600);
        var closed = Assert.Single(world.Facts.OfType<JournalFact.SessionClosed>());
        Assert.Equal((why, World.Nine.AddHours(end)), (Why(closed), closed.End));
    }

    [Fact]
    public void A_stay_that_is_open_when_the_site_closes_ends_then()
    {
        var world = new World(World.Definition) { Wall = World.Nine.AddHours(-3.5) };
        Enter(world, "t-clean");
        world.Pass(24 * 3600);
        var closed = Assert.Single(world.Facts.OfType<JournalFact.SessionClosed>());
        Assert.Equal(("closing", World.Nine.AddHours(13)), (Why(closed), closed.End));
    }

    [Fact]
    public void A_grant_that_is_not_taken_is_no_arrival_and_costs_nothing()
    {
        var world = new World(World.Book("booked", "r1", 0, 4));
        world.Tap("t-booked");
        world.Pass(60);
        Assert.Single(world.Facts.OfType<JournalFact.AccessNotTaken>());
        world.Pass(3600);
        Assert.Single(world.Facts.OfType<JournalFact.BookingReleased>());
        Assert.DoesNotContain(world.Facts, fact => fact is JournalFact.BookingCheckedIn or JournalFact.SessionOpened or JournalFact.SessionClosed);
        Assert.Empty(world.State.Presence.Inside);
    }

    [Theory]
    [InlineData("t-booked", 9, 0, false)]
    [InlineData("t-booked", 10, 0, true)]
    [InlineData("t-booked", 2, 4, true)]
    [InlineData("t-booked", 2, 6, false)]
    [InlineData("two taps", 20, 0, false)]
    public void A_door_that_stands_open_or_opens_again_on_one_tap_may_have_let_in_two(string taps, double open, double again, bool marked)
    {
        var world = new World(World.Book("booked", "d1", 0, 4), World.Book("plan", "r1", 0, 4));
        world.Tap("t-booked");
        if (taps == "two taps")
        {
            world.Tap("t-plan");
        }

        world.Open(World.Street);
        world.Pass(open);
        world.Close(World.Street);
        if (again > 0)
        {
            world.Pass(again);
            world.Open(World.Street);
            world.Close(World.Street);
        }

        Assert.Equal(marked, world.Facts.Any(fact => fact is JournalFact.PossiblyTwo));
        world.Tap("t-booked", "street-out");
        world.Open(World.Street);
        var closed = world.Facts.OfType<JournalFact.SessionClosed>().First();
        Assert.Equal((marked, SessionClass.Measured), (closed.Evidence.HasFlag(SessionEvidence.PossiblyTwo), closed.Class));
    }

    [Fact]
    public void Whatever_happens_no_session_ends_before_it_began_and_each_ends_once_and_by_what_its_class_says() =>
        Gen.Int[0, 7].List[1, 40].Sample(
            steps =>
            {
                var world = new World(Cleaned, World.Book("booked", "r1", -1, 2), World.Book("plan", "r1", 2, 3));
                foreach (var step in steps)
                {
                    Play(world, step);
                }

                world.Pass(48 * 3600);
                var closed = world.Facts.OfType<JournalFact.SessionClosed>().ToList();
                Assert.Equal(world.Facts.OfType<JournalFact.SessionOpened>().Select(session => session.Session), closed.Select(session => session.Session).Order());
                Assert.All(closed, session => Assert.True(session.End >= session.Start));
                Assert.All(closed, session => Assert.Equal(SessionClasses.ClassOf(session.Evidence), session.Class));
            },
            iter: 300);

    private static void Play(World world, int step)
    {
        switch (step)
        {
            case 0:
                Enter(world, "t-booked");
                break;
            case 1:
                Enter(world, "t-plan");
                break;
            case 2:
                world.Tap("t-booked", "street-out");
                world.Open(World.Street);
                world.Close(World.Street);
                break;
            case 3:
                world.Step(new SiteEvent.RequestToExit(World.Street.Id));
                break;
            case 4:
                world.Wall -= TimeSpan.FromHours(1);
                break;
            case 5:
                world.Wall += TimeSpan.FromHours(1);
                break;
            default:
                world.Pass(step * 300);
                break;
        }
    }

    private static void Enter(World world, string token)
    {
        world.Tap(token);
        world.Open(World.Street);
        world.Close(World.Street);
    }

    private static string Why(JournalFact.SessionClosed closed) => closed.Evidence switch
    {
        var evidence when evidence.HasFlag(SessionEvidence.BookingEnd) => "booking end",
        var evidence when evidence.HasFlag(SessionEvidence.ClosingTime) => "closing",
        var evidence when evidence.HasFlag(SessionEvidence.LastSeen) => "last sign",
        _ => "exit",
    };
}
