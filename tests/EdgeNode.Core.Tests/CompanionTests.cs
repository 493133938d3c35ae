using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

public class CompanionTests
{
    [Fact]
    public void A_door_for_two_opens_for_the_second_and_lets_both_in()
    {
        var world = new World(World.Definition with { Doors = [World.Street with { TwoPerson = true }, World.Host] });
        world.Step(Tap("t-staff", world));
        Assert.Empty(Granted(world));
        Assert.Contains(new Effect.SignalReader(new("street-in"), ReaderSignal.Wait), world.Effects);
        world.Step(Tap("t-boss", world));
        Assert.Equal(["boss", "staff"], Granted(world));
        world.GoThrough(World.Street);
        Assert.Equal(2, world.Facts.Count(fact => fact is JournalFact.AccessTaken));
    }

    [Fact]
    public void The_same_person_twice_is_no_second_one_and_neither_is_one_without_a_right()
    {
        var world = new World(World.Definition with { Doors = [World.Street with { TwoPerson = true }, World.Host] });
        world.Step(Tap("t-staff", world));
        world.Step(Tap("t-staff", world));
        world.Step(Tap("t-booked", world));
        world.Step(Tap("t-blocked", world));
        Assert.Empty(Granted(world));
    }

    [Fact]
    public void Whoever_waits_for_a_second_one_in_vain_is_refused_after_twenty_seconds()
    {
        var world = new World(World.Definition with { Doors = [World.Street with { TwoPerson = true }, World.Host] });
        world.Step(Tap("t-staff", world));
        world.Pass(20);
        Assert.Equal(DenyReason.NoCompanion, Assert.Single(world.Facts.OfType<JournalFact.AccessDenied>()).Reason);
        world.Step(Tap("t-boss", world));
        Assert.Empty(Granted(world));
    }

    [Theory]
    [InlineData("t-guest", "t-staff")]
    [InlineData("t-staff", "t-guest")]
    public void Somebody_who_needs_an_escort_comes_in_with_staff_before_or_after(string first, string second)
    {
        var world = new World();
        world.Step(Tap(first, world));
        world.Pass(10);
        world.Step(Tap(second, world));
        Assert.Equal(["guest", "staff"], Granted(world).Order());
    }

    [Fact]
    public void Neither_a_member_nor_staff_from_too_long_ago_is_an_escort()
    {
        var world = new World(World.Book("booked", "d1", 0, 4));
        world.Step(Tap("t-booked", world));
        world.Step(Tap("t-guest", world));
        world.Step(Tap("t-booked", world));
        world.Pass(21);
        world.Step(Tap("t-staff", world));
        world.Pass(21);
        world.Step(Tap("t-guest", world));
        world.Pass(21);
        Assert.DoesNotContain("guest", Granted(world));
        Assert.All(world.Facts.OfType<JournalFact.AccessDenied>(), denied => Assert.Equal(DenyReason.NoCompanion, denied.Reason));
    }

    [Fact]
    public void An_escort_takes_nobody_into_what_is_private()
    {
        var world = new World();
        world.Step(Tap("t-staff", world, "host-in"));
        world.Step(Tap("t-guest", world, "host-in"));
        Assert.Equal(DenyReason.HostPrivateArea, Assert.Single(world.Facts.OfType<JournalFact.AccessDenied>()).Reason);
    }

    private static SiteEvent.IdentifierPresented Tap(string token, World world, string at = "street-in") => new(new(at), new(token), world.Uptime);

    private static string[] Granted(World world) => [.. world.Facts.OfType<JournalFact.AccessGranted>().Select(granted => granted.Who!.Holder.Value)];
}
