using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

public class AccessTests
{
    public static TheoryData<string, double, DenyReason?> Cases => new()
    {
        { "t-booked", 0, null },
        { "t-booked", -0.2, null },
        { "t-booked", -0.3, DenyReason.TooEarly },
        { "t-booked", 4.2, null },
        { "t-booked", 4.3, DenyReason.BookingOver },
        { "t-booked", 40, DenyReason.NoBookingNoRight },
        { "t-nobody", 0, DenyReason.CredentialNotFound },
        { "t-blocked", 0, DenyReason.CredentialNotEnabled },
        { "t-expired", 0, DenyReason.CredentialExpired },
        { "t-future", 0, DenyReason.CredentialNotActive },
        { "t-plan", 2, null },
        { "t-plan", 3, DenyReason.NotPermittedAtThisTime },
        { "t-clean", -2, null },
        { "t-clean", -1, DenyReason.NotPermittedAtThisTime },
        { "t-staff", -7, null },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_tap_is_decided_by_booking_plan_profile_and_validity(string token, double hours, DenyReason? reason)
    {
        var world = new World(World.Book("booked", "d1", 0, 4), World.Book("plan", "d1", 0, 8));
        world.State = world.State with { CheckedIn = [.. world.Bookings.Select(booking => booking.Slot)] };
        world.Wall = World.Nine.AddHours(hours);
        var decided = world.Tap(token);
        Assert.Equal(reason, (decided as JournalFact.AccessDenied)?.Reason);
        Assert.Equal(reason is null, world.Effects.Any(effect => effect is Effect.ReleaseStrike));
    }

    [Fact]
    public void A_tap_that_is_too_early_says_when_the_door_opens()
    {
        var world = new World(World.Book("booked", "d1", 2, 4));
        Assert.Equal(World.Nine.AddHours(1.75), ((JournalFact.AccessDenied)world.Tap("t-booked")).OpensAt);
    }

    [Fact]
    public void A_host_private_area_refuses_every_outsider_even_with_a_booking()
    {
        var world = new World(World.Book("booked", "d2", 0, 4));
        Assert.Equal(DenyReason.HostPrivateArea, ((JournalFact.AccessDenied)world.Tap("t-booked", "host-in")).Reason);
        Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-staff", "host-in"));
    }

    [Fact]
    public void A_read_that_is_old_or_from_the_future_opens_nothing()
    {
        var world = new World();
        foreach (var readAt in (TimeSpan[])[world.Uptime - TimeSpan.FromSeconds(2.1), world.Uptime + TimeSpan.FromSeconds(1)])
        {
            world.Step(new SiteEvent.IdentifierPresented(new("street-in"), new("t-staff"), readAt));
        }

        Assert.Equal(2, world.Facts.OfType<JournalFact.ReadDropped>().Count(dropped => dropped.Reason == DropReason.Stale));
        Assert.DoesNotContain(world.Effects, effect => effect is Effect.ReleaseStrike);
    }

    [Fact]
    public void A_read_while_the_link_was_down_opens_nothing()
    {
        var world = new World();
        world.Step(new SiteEvent.ReaderLinkChanged(new("street-in"), false));
        Assert.Equal(DropReason.LinkDown, Assert.IsType<JournalFact.ReadDropped>(world.Tap("t-staff")).Reason);
        world.Step(new SiteEvent.ReaderLinkChanged(new("street-in"), true));
        Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-staff"));
    }

    [Fact]
    public void An_untrusted_clock_lets_a_lenient_door_accept_what_may_be_now_and_a_strict_one_only_what_is_always()
    {
        var world = new World(World.Book("booked", "d1", 10, 12)) { Trust = ClockTrust.Untrusted };
        Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-booked"));
        Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-staff", "host-in"));
        Assert.Equal(DenyReason.CredentialNotEnabled, ((JournalFact.AccessDenied)world.Tap("t-blocked")).Reason);
    }

    [Fact]
    public void A_full_journal_shuts_private_doors_and_leaves_public_ones()
    {
        var world = new World();
        world.Step(new SiteEvent.JournalHealthChanged(false));
        Assert.Equal(DenyReason.JournalUnavailable, ((JournalFact.AccessDenied)world.Tap("t-staff", "host-in")).Reason);
        Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-staff"));
    }

    [Fact]
    public void A_known_credential_always_gets_out() => Assert.Equal(
        GrantBasis.Exit, Assert.IsType<JournalFact.AccessGranted>(new World().Tap("t-blocked", "street-out")).Basis);

    [Fact]
    public void A_right_held_locally_works_thirty_days_later()
    {
        var world = new World(World.Book("booked", "d1", 24 * 30, (24 * 30) + 4));
        world.Pass(TimeSpan.FromDays(30).TotalSeconds);
        Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-booked"));
    }

    [Theory]
    [InlineData("t-staff", Assurance.Cryptographic, false)]
    [InlineData("t-boss", Assurance.UidOnly, false)]
    [InlineData("t-boss", Assurance.Keypad, false)]
    [InlineData("t-boss", Assurance.Cryptographic, true)]
    public void A_door_may_refuse_what_is_not_sure_enough_be_it_the_credential_or_how_it_was_read(string token, Assurance read, bool opens)
    {
        var world = new World(World.Definition with { Doors = [World.Street with { LeastAssurance = Assurance.Cryptographic }, World.Host] });
        Assert.Equal(opens ? null : DenyReason.AssuranceTooLow, (world.Tap(token, assurance: read) as JournalFact.AccessDenied)?.Reason);
        Assert.IsType<JournalFact.AccessGranted>(world.Tap(token, "host-in"));
    }
}
