using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

public class OutageCodeTests
{
    private static readonly IdentifierKey Key = new(new byte[32]);
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public void The_code_of_the_day_opens_a_door_that_takes_it_for_a_numbered_stranger_whose_stay_is_counted()
    {
        var world = Site();
        world.Enter("code-of-today");
        var granted = Assert.Single(world.Facts.OfType<JournalFact.AccessGranted>());
        Assert.Equal((GrantBasis.OutageCode, "outage-1"), (granted.Basis, granted.Who!.Holder.Value));
        world.GoThrough(World.Street);
        Assert.Equal("outage-1", Assert.Single(world.Facts.OfType<JournalFact.SessionOpened>()).Who!.Holder.Value);
        world.State = world.Recalled() with { OutageCode = world.State.OutageCode };
        world.Enter("code-of-today");
        Assert.Equal("outage-2", world.Facts.OfType<JournalFact.AccessGranted>().Last().Who!.Holder.Value);
    }

    [Fact]
    public void It_opens_no_other_door_and_not_the_next_day()
    {
        var world = Site();
        world.Enter("code-of-today", "host-in");
        world.Pass(24 * 3_600);
        world.Enter("code-of-today");
        Assert.Empty(world.Facts.OfType<JournalFact.AccessGranted>());
    }

    [Fact]
    public void It_opens_no_blocked_door()
    {
        var world = Site();
        world.Command(DoorCommand.Block);
        world.Enter("code-of-today");
        Assert.Equal(DenyReason.DoorModeRefuses, Assert.Single(world.Facts.OfType<JournalFact.AccessDenied>()).Reason);
    }

    [Fact]
    public void Codes_have_eight_digits_differ_by_day_and_site_and_are_no_card()
    {
        var codes = Enumerable.Range(0, 400).Select(day => OutageCode.Of(Key, new("here"), Today.AddDays(day)).Digits).ToList();
        Assert.All(codes, code => Assert.Matches("^[0-9]{8}$", code));
        Assert.InRange(codes.Distinct().Count(), 399, 400);
        Assert.NotEqual(codes[0], OutageCode.Of(Key, new("there"), Today).Digits);
        Assert.NotEqual(Key.Tokenise("00000000"), Key.Tokenise(new PinCode("00000000")));
    }

    private static World Site()
    {
        var world = new World(World.Definition with { Doors = [World.Street with { TakesOutageCode = true }, World.Host] });
        world.Step(new SiteEvent.OutageCodeSet(new(Today, new("code-code-of-today"))));
        return world;
    }
}
