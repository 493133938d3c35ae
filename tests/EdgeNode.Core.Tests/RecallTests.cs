using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

public class RecallTests
{
    private static readonly Personal Booked = new(new("booked"), new("b1"));
    private static readonly Personal Plan = new(new("plan"), new("b2"));

    [Fact]
    public void Checkpoint_and_tail_give_the_same_as_all_records_wherever_the_checkpoint_stands()
    {
        var records = Records();
        var whole = Follow(Begin(), records);
        for (var at = 0; at <= records.Count; at++)
        {
            var kept = SiteCheckpoint.TryDecode(Follow(Begin(), records.Take(at)).Checkpoint().Encode());
            var resumed = Follow(SiteRecall.From(Begin().State, kept!), records.Skip(at));
            Assert.Equal(whole.Checkpoint().Encode(), resumed.Checkpoint().Encode());
            Assert.Equal((whole.Sequence, whole.Head, whole.Last), (resumed.Sequence, resumed.Head, resumed.Last));
        }

        Assert.Equal(DoorMode.Unlocked, whole.State.Doors[World.Street.Id].Mode);
        Assert.Equal(DoorMode.LockedDown, whole.State.Doors[World.Host.Id].Mode);
        Assert.Equal([2L], whole.State.Sessions.Keys);
        Assert.Equal(new DateOnly(2026, 3, 3), Assert.Single(whole.Unsealed).Day);
        Assert.Equal((whole.Unsealed[0].Through, 12), (whole.Closed, whole.Unsealed[0].First));
    }

    [Fact]
    public void What_a_copy_says_of_people_and_doors_holds_no_more_once_it_was_put_back()
    {
        var records = Records();
        var came = new JournalEntry(records.Count + 1, records[^1].Entry.At, new JournalFact.AccessTaken(World.Street.Id, Direction.In) { Who = Booked });
        var before = Follow(Begin(), [.. records, (came, "hash")]);
        Assert.NotEmpty(before.State.Whereabouts);
        Assert.NotEmpty(before.State.Presence.Inside);

        const long behind = 1_772_000_000_000;
        var entry = new JournalEntry(behind, new(TimeSpan.Zero, before.Last.AddDays(3), ClockTrust.Trusted), new JournalFact.JournalRestored(before.Sequence));
        var after = before.Follow(entry, "hash");

        Assert.Equal([new JournalGap(before.Sequence + 1, behind - 1)], after.Gaps);
        Assert.Equal(behind, after.State.LastSession);
        Assert.All(after.State.Doors.Values, door => Assert.Equal(DoorMode.Locked, door.Mode));
        Assert.Empty(after.State.Whereabouts);
        Assert.Empty(after.State.Presence.Inside);
        Assert.Equal(before.State.Sessions.Keys, after.State.Sessions.Keys);
    }

    [Fact]
    public void An_evacuation_of_the_copy_releases_no_door_any_more()
    {
        var burning = Follow(Begin(), [(new JournalEntry(1, new(TimeSpan.Zero, World.Nine, ClockTrust.Trusted), new JournalFact.EvacuationStarted()), "hash")]);
        Assert.All(burning.State.Doors.Values, door => Assert.True(door.Evacuating));

        var after = burning.Follow(new(9_000, new(TimeSpan.Zero, World.Nine.AddDays(1), ClockTrust.Trusted), new JournalFact.JournalRestored(1)), "hash");

        Assert.Null(after.State.Evacuation);
        Assert.All(after.State.Doors.Values, door => Assert.False(door.Evacuating));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not JSON")]
    [InlineData("null")]
    public void What_is_no_checkpoint_is_none(string text) => Assert.Null(SiteCheckpoint.TryDecode(System.Text.Encoding.UTF8.GetBytes(text)));

    private static SiteRecall Begin() => new(Site.Initial(World.Definition, new World(World.Book("booked", "d1", 0, 90)).Snapshot()), "epoch-1");

    private static SiteRecall Follow(SiteRecall recall, IEnumerable<(JournalEntry Entry, string Hash)> records) =>
        records.Aggregate(recall, (known, record) => known.Follow(record.Entry, record.Hash));

    private static List<(JournalEntry Entry, string Hash)> Records()
    {
        var start = World.Nine;
        JournalFact[] facts =
        [
            new JournalFact.SiteStarted("test"),
            new JournalFact.BookingCheckedIn(new("d1"), start, Evidence.Tap) { Who = Booked with { Booking = new("booked-d1-0") } },
            new JournalFact.SessionOpened(1, new("there"), new("d1"), start, start.AddHours(9)) { Who = Booked },
            new JournalFact.SessionOpened(2, new("there"), null, start, start.AddHours(9)) { Who = Plan },
            new JournalFact.AccessTaken(World.Street.Id, Direction.In) { Who = Booked },
            new JournalFact.PossiblyTwo(World.Street.Id) { Who = Booked },
            new JournalFact.AccessTaken(World.Street.Id, Direction.In) { Who = Plan },
            new JournalFact.ExitRequested(World.Street.Id),
            new JournalFact.ClockJumped(9_000),
            new JournalFact.SessionClosed(1, new("there"), new("d1"), start, start.AddHours(3), SessionClass.Estimated) { Who = Booked },
            new JournalFact.DayClosed(new(2026, 3, 2)),
            new JournalFact.DaySealed(new(2026, 3, 2), 11, "head", "key", "signature"),
            new JournalFact.BookingReleased(new("r1"), start) { Who = Plan },
            new JournalFact.SeatHeld(new("d1"), start.AddHours(32), start.AddHours(90), HoldReason.WalkIn) { Who = Plan },
            new JournalFact.SeatHeld(new("d2"), start.AddHours(36), start.AddHours(90), HoldReason.SeatTaken) { Who = Booked },
            new JournalFact.HoldEnded(new("d2"), HoldEnd.Network) { Who = Booked },
            new JournalFact.DayClosed(new(2026, 3, 3)),
            new JournalFact.DetailsErased(Erasure.DeskTimes, 7, 3),
            new JournalFact.DoorCommanded(World.Street.Id, DoorCommand.Unlock, CommandSource.Screen, true, DoorMode.Locked, DoorMode.Unlocked),
            new JournalFact.DoorCommanded(World.Host.Id, DoorCommand.LockDown, CommandSource.Screen, true, DoorMode.Locked, DoorMode.LockedDown),
        ];
        return [.. facts.Select((fact, index) => (new JournalEntry(index + 1, new(TimeSpan.FromHours(index), start.AddHours(index * 4), ClockTrust.Trusted), fact), $"hash-{index + 1}"))];
    }
}
