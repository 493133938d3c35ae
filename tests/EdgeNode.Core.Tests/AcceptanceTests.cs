using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

public class AcceptanceTests
{
    private static readonly HolderRef Installer = new("installer-1");

    [Fact]
    public void A_door_without_a_safety_sheet_lets_nobody_in_and_says_why()
    {
        var world = Told(DoorAcceptance.Missing);
        Assert.Equal([DenyReason.DoorNotAccepted], Assert.IsType<JournalFact.AccessDenied>(world.Tap("t-staff")).All);
        Assert.DoesNotContain(world.Effects, effect => effect is Effect.ReleaseStrike or Effect.HoldStrike);
        Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-staff", "host-in"));
    }

    [Fact]
    public void Its_ways_out_and_the_fire_alarm_work_all_the_same()
    {
        var world = Told(DoorAcceptance.Missing);
        world.Step(new SiteEvent.RequestToExit(World.Street.Id));
        Assert.Single(world.Effects.OfType<Effect.ReleaseStrike>());
        Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-staff", "street-out"));
        world.Step(new SiteEvent.FireInputChanged(true));
        Assert.True(world.State.Doors[World.Street.Id].Evacuating);
    }

    [Fact]
    public void Neither_hours_nor_the_network_nor_a_manager_keep_it_released_but_a_manager_may_open_it_once()
    {
        var world = Told(DoorAcceptance.Missing);
        foreach (var source in Enum.GetValues<CommandSource>())
        {
            world.Step(new SiteEvent.DoorCommanded(World.Street.Id, DoorCommand.Unlock, source, null) { For = TimeSpan.FromMinutes(5) });
            world.Step(new SiteEvent.DoorCommanded(World.Street.Id, DoorCommand.LockOpen, source, null));
        }

        Assert.All(world.Facts.OfType<JournalFact.DoorCommanded>(), commanded => Assert.False(commanded.Taken));
        Assert.All(world.Facts.OfType<JournalFact.DoorCommanded>(), commanded => Assert.Null(commanded.Seconds));
        world.Step(new SiteEvent.UnlockCommanded(World.Street.Id, "c1"));
        Assert.Equal(new JournalFact.CommandDropped("c1", CommandDropReason.DoorNotAccepted), world.Facts[^1]);
        Assert.DoesNotContain(world.Effects, effect => effect is Effect.ReleaseStrike or Effect.HoldStrike);
        world.Command(DoorCommand.Access);
        Assert.Single(world.Effects.OfType<Effect.ReleaseStrike>());
    }

    [Theory]
    [InlineData(DoorCommand.Unlock, DoorCommand.Lock)]
    [InlineData(DoorCommand.LockOpen, DoorCommand.LockOpenRelease)]
    public void A_door_that_stands_released_when_its_sheet_stops_counting_is_locked(DoorCommand before, DoorCommand ends)
    {
        var world = Told(DoorAcceptance.Valid, "a1");
        world.Command(DoorCommand.Unlock);
        world.Command(before);
        world.Step(new SiteEvent.AcceptanceTold(World.Street.Id, DoorAcceptance.Missing, null, null));
        Assert.Equal((ends, CommandSource.Safety, true), world.Facts[^1] is JournalFact.DoorCommanded last ? (last.Command, last.Source, last.Taken) : default);
        Assert.Equal(DoorMode.Locked, world.State.Doors[World.Street.Id].Mode);
        Assert.Equal(DoorMode.Locked, world.Recalled().Doors[World.Street.Id].Mode);
    }

    [Fact]
    public void Nor_does_a_lock_down_return_to_released()
    {
        var world = Told(DoorAcceptance.Valid, "a1");
        world.Command(DoorCommand.Unlock);
        world.Command(DoorCommand.LockDown);
        world.Step(new SiteEvent.AcceptanceTold(World.Street.Id, DoorAcceptance.Missing, null, null));
        world.Command(DoorCommand.LockDownRelease);
        Assert.Equal(DoorMode.Locked, world.State.Doors[World.Street.Id].Mode);
        Assert.Equal(DoorMode.Locked, world.Recalled().Doors[World.Street.Id].Mode);
    }

    [Theory]
    [InlineData(DoorAcceptance.Valid)]
    [InlineData(DoorAcceptance.Overridden)]
    [InlineData(DoorAcceptance.NotAsked)]
    public void With_a_sheet_or_an_override_or_where_none_is_asked_for_it_is_live(DoorAcceptance acceptance) =>
        Assert.IsType<JournalFact.AccessGranted>(Told(acceptance).Tap("t-staff"));

    [Fact]
    public void What_the_sheet_says_is_journalled_once_with_who_signed_and_outlasts_a_restart()
    {
        var world = Told(DoorAcceptance.Overridden, "a1");
        Tell(world, DoorAcceptance.Overridden, "a1");
        var told = Assert.Single(world.Facts.OfType<JournalFact.DoorAcceptanceChanged>());
        for (var taps = 0; taps < 6; taps++)
        {
            // A checkpoint in the middle then lies behind what the sheet said.
            world.Tap("t-staff");
        }

        Assert.Equal((DoorAcceptance.Overridden, "a1", Installer), (told.Acceptance, told.Sheet, told.Who?.Holder));
        Assert.Equal((DoorAcceptance.Overridden, "a1"), (world.Recalled().Doors[World.Street.Id].Acceptance, world.Recalled().Doors[World.Street.Id].Sheet));
        Tell(world, DoorAcceptance.Valid, "b2");
        Assert.Equal(2, world.Facts.OfType<JournalFact.DoorAcceptanceChanged>().Count());
        Assert.Equal("b2", world.Recalled().Doors[World.Street.Id].Sheet);
    }

    [Fact]
    public void Its_refusals_are_decided_the_same_once_more_though_it_went_live_later()
    {
        var world = Told(DoorAcceptance.Missing);
        world.Tap("t-staff");
        Tell(world, DoorAcceptance.Valid, "a1");
        var entries = world.Entries();
        var record = entries.Single(entry => entry.Fact is JournalFact.AccessDenied);
        var before = entries.TakeWhile(entry => entry != record).Aggregate(Site.Initial(world.Here, world.Snapshot()), Site.Recall);
        Assert.True(DecisionReplay.Of(before, record, [])!.Same);
        Assert.False(DecisionReplay.Of(Site.Initial(world.Here, world.Snapshot()), record, [])!.Same);
    }

    private static World Told(DoorAcceptance acceptance, string? sheet = null)
    {
        var world = new World();
        Tell(world, acceptance, sheet);
        return world;
    }

    private static void Tell(World world, DoorAcceptance acceptance, string? sheet) =>
        world.Step(new SiteEvent.AcceptanceTold(World.Street.Id, acceptance, sheet, Installer));
}
