using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

public class WireTests
{
    private static readonly AccessPointId Reader = new("street-in");

    public static TheoryData<WireCondition> Faults { get; } = [.. Enum.GetValues<WireCondition>().Except([WireCondition.Normal])];

    [Theory, MemberData(nameof(Faults))]
    public void A_wire_that_is_not_well_is_recorded_once_and_shown_until_it_is_well(WireCondition fault)
    {
        var world = new World();
        Assert.All(Enum.GetValues<DoorWire>(), wire =>
        {
            world.Step(Told(wire, fault));
            world.Step(Told(wire, fault));
            Assert.Equal([new JournalFact.DoorWireChanged(World.Street.Id, wire, fault)], world.Facts.OfType<JournalFact.DoorWireChanged>().Where(fact => fact.Wire == wire));
            Assert.Contains((wire, fault), Tile(world).Wires);
            world.Step(Told(wire, WireCondition.Normal));
            Assert.Empty(Tile(world).Wires);
            Assert.Equal(new JournalFact.DoorWireChanged(World.Street.Id, wire, WireCondition.Normal), world.Facts[^1]);
        });
    }

    [Theory, MemberData(nameof(Faults))]
    public void A_contact_whose_wire_is_not_well_is_never_closed(WireCondition fault)
    {
        var random = new Random((int)fault);
        SiteEvent[] all =
        [
            .. Enum.GetValues<ContactState>().Select(contact => new SiteEvent.ContactChanged(World.Street.Id, contact)),
            .. from wire in Enum.GetValues<DoorWire>() from condition in (WireCondition[])[WireCondition.Normal, fault] select Told(wire, condition),
            new SiteEvent.RequestToExit(World.Street.Id),
            new SiteEvent.DoorCommanded(World.Street.Id, DoorCommand.Unlock, CommandSource.Screen, null),
            new SiteEvent.DoorCommanded(World.Street.Id, DoorCommand.Lock, CommandSource.Screen, null),
        ];
        var world = new World();
        for (var count = 0; count < 5_000; count++)
        {
            world.Uptime += TimeSpan.FromSeconds(1);
            world.Step(all[random.Next(all.Length)]);
            var door = world.State.Doors[World.Street.Id];
            Assert.True(door.ContactWire == WireCondition.Normal || door.Contact == ContactState.Unknown, $"{door}");
        }
    }

    [Fact]
    public void A_contact_is_believed_again_once_its_wire_is_well()
    {
        var world = new World();
        world.Step(Told(DoorWire.Contact, WireCondition.Cut));
        world.Step(new SiteEvent.ContactChanged(World.Street.Id, ContactState.Closed));
        Assert.Equal(ContactState.Unknown, world.State.Doors[World.Street.Id].Contact);
        world.Step(Told(DoorWire.Contact, WireCondition.Normal));
        world.Step(new SiteEvent.ContactChanged(World.Street.Id, ContactState.Closed));
        Assert.Equal(ContactState.Closed, world.State.Doors[World.Street.Id].Contact);
        world.Step(new SiteEvent.ContactChanged(World.Street.Id, ContactState.Open));
        Assert.Contains(new JournalFact.DoorAlarmChanged(World.Street.Id, DoorAlarm.DoorForcedOpen), world.Facts);
    }

    [Fact]
    public void A_forced_door_whose_contact_is_cut_then_stays_in_alarm()
    {
        var world = new World();
        world.Step(new SiteEvent.ContactChanged(World.Street.Id, ContactState.Open));
        world.Step(Told(DoorWire.Contact, WireCondition.Cut));
        Assert.Equal(DoorAlarm.DoorForcedOpen, Tile(world).Alarm);
    }

    [Fact]
    public void A_grant_at_a_door_whose_contact_says_nothing_is_the_passage()
    {
        var world = new World();
        world.Step(Told(DoorWire.Contact, WireCondition.Cut));
        world.Tap("t-staff");
        Assert.Single(world.Facts.OfType<JournalFact.AccessTaken>());
    }

    [Fact]
    public void A_wire_moves_no_lock_and_the_exit_button_works_whatever_is_told_of_it()
    {
        var world = new World();
        world.Effects.Clear();
        Assert.All(Enum.GetValues<WireCondition>(), condition => world.Step(Told(DoorWire.ExitButton, condition)));
        Assert.All(world.Effects, effect => Assert.IsType<Effect.Record>(effect));
        world.Step(Told(DoorWire.ExitButton, WireCondition.Cut));
        world.Step(new SiteEvent.RequestToExit(World.Street.Id));
        Assert.Single(world.Effects.OfType<Effect.ReleaseStrike>());
    }

    [Fact]
    public void What_a_reader_tells_of_itself_is_recorded_once_and_shown_at_its_door()
    {
        var world = new World();
        ReaderTrouble[] told = [ReaderTrouble.None, ReaderTrouble.Tampered, ReaderTrouble.Tampered, ReaderTrouble.Tampered | ReaderTrouble.PowerFault, ReaderTrouble.None, ReaderTrouble.None];
        var shown = told.Select(trouble =>
        {
            world.Step(new SiteEvent.ReaderTroubleChanged(Reader, trouble));
            return Tile(world).ReaderTrouble;
        });
        Assert.Equal(told, shown);
        Assert.Equal(
            [ReaderTrouble.Tampered, ReaderTrouble.Tampered | ReaderTrouble.PowerFault, ReaderTrouble.None],
            world.Facts.OfType<JournalFact.ReaderTroubleChanged>().Select(fact => fact.Trouble));
    }

    private static SiteEvent.DoorWireChanged Told(DoorWire wire, WireCondition condition) => new(World.Street.Id, wire, condition);

    private static DoorView Tile(World world) =>
        SitePicture.Draw(world.State, world.Now, 1, [], new(true, 0, true, 0, null, 0, 1, null, [])).Doors.Single(door => door.Id == World.Street.Id);
}
