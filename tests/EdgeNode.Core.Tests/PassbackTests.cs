using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

public class PassbackTests
{
    [Theory]
    [InlineData(AntiPassbackKind.Off, null, 0)]
    [InlineData(AntiPassbackKind.Soft, null, 1)]
    [InlineData(AntiPassbackKind.Hard, DenyReason.PassedBack, 0)]
    [InlineData(AntiPassbackKind.Timed, DenyReason.PassedBack, 0)]
    public void A_second_entry_without_an_exit_is_borne_noted_or_refused(AntiPassbackKind kind, DenyReason? reason, int noted)
    {
        var world = Site(kind);
        Enter(world);
        Assert.Equal(reason, (world.Tap("t-staff") as JournalFact.AccessDenied)?.Reason);
        Assert.Equal(noted, world.Facts.Count(fact => fact is JournalFact.PassedBack));
    }

    [Theory]
    [InlineData(AntiPassbackKind.Hard)]
    [InlineData(AntiPassbackKind.Soft)]
    public void Whoever_left_may_come_again(AntiPassbackKind kind)
    {
        var world = Site(kind);
        Enter(world);
        Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-staff", "street-out"));
        world.GoThrough(World.Street);
        Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-staff"));
        Assert.DoesNotContain(world.Facts, fact => fact is JournalFact.PassedBack);
    }

    [Fact]
    public void Timed_it_refuses_a_second_entry_even_after_an_exit_until_the_time_is_over()
    {
        var world = Site(AntiPassbackKind.Timed);
        Enter(world);
        world.Tap("t-staff", "street-out");
        world.GoThrough(World.Street);
        Assert.IsType<JournalFact.AccessDenied>(world.Tap("t-staff"));
        world.Pass(600);
        Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-staff"));
    }

    [Fact]
    public void It_never_keeps_anybody_inside()
    {
        var world = Site(AntiPassbackKind.Hard);
        Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-staff", "street-out"));
        world.GoThrough(World.Street);
        Enter(world);
        for (var count = 0; count < 3; count++)
        {
            Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-staff", "street-out"));
            world.GoThrough(World.Street);
        }
    }

    [Fact]
    public void A_tap_without_a_passage_changes_nothing()
    {
        var world = Site(AntiPassbackKind.Hard);
        world.Tap("t-staff");
        world.Pass(10);
        Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-staff"));
    }

    [Fact]
    public void It_survives_a_restart_and_ends_at_the_cut_off_hour()
    {
        var world = Site(AntiPassbackKind.Hard);
        Enter(world);
        world.State = world.Recalled();
        Assert.IsType<JournalFact.AccessDenied>(world.Tap("t-staff"));

        // 9 o'clock local plus 19 hours is four in the morning.
        world.Wall += TimeSpan.FromHours(18.99);
        Assert.IsType<JournalFact.AccessDenied>(world.Tap("t-staff"));
        world.Wall += TimeSpan.FromMinutes(1);
        Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-staff"));
    }

    [Theory]
    [InlineData("staff", true)]
    [InlineData(null, true)]
    [InlineData("booked", false)]
    public void A_manager_forgives_one_or_all(string? holder, bool enters)
    {
        var world = Site(AntiPassbackKind.Hard);
        Enter(world);
        world.Step(new SiteEvent.PassbackForgiven(holder is null ? null : new(holder)) { By = new("boss") });
        Assert.Equal(holder, world.Facts.OfType<JournalFact.PassbackForgiven>().Single().Who?.Holder.Value);
        Assert.Equal(enters, !world.Recalled().Whereabouts.ContainsKey(new("staff")));
        Assert.Equal(enters, world.Tap("t-staff") is JournalFact.AccessGranted);
    }

    private static World Site(AntiPassbackKind kind) => new(World.Definition with
    {
        Areas = [World.Definition.Areas[0] with { AntiPassback = new(kind, TimeSpan.FromMinutes(5)) }, World.Definition.Areas[1]],
    });

    private static void Enter(World world)
    {
        Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-staff"));
        world.GoThrough(World.Street);
    }
}
