using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>Draws the picture of a site. Pure; unknown stays unknown.</summary>
public static class SitePicture
{
    /// <summary>The picture of a state.</summary>
    public static SiteView Draw(SiteState state, Moment now, long revision, ImmutableArray<FeedItem> feed, NodeHealth health)
    {
        var site = state.Definition;
        var today = site.TimeZone.LocalDay(now.Wall);
        return new(
            revision,
            site.Id,
            site.Name,
            now,
            site.TimeZone.Local(now.Wall),
            [.. site.Doors.Select(door => Door(state, door))],
            [.. site.Desks.Select(desk => new DeskView(desk.Id, desk.Name, Status(state, desk.Id, now.Wall)) { Sensor = SensorView.Of(state, desk, now) })],
            [.. site.Rooms.Select(room => Room(state, room, now.Wall))],
            state.Sessions.Count,
            Expected(state, now.Wall, today),
            feed,
            health)
        {
            People = HeadCount.Of(state),
            Loans = [.. state.Loans.OrderBy(loan => loan.Key.Value, StringComparer.Ordinal).Select(loan => new LoanView(loan.Key, loan.Value.Status, site.TimeZone.Local(loan.Value.Until)))],
        };
    }

    /// <summary>One durable record for the feed, with the name of the place it happened at.</summary>
    public static FeedItem FeedItem(JournalEntry entry, SitePlan plan) =>
        new(entry.Sequence, plan.Site.TimeZone.Local(entry.At.Wall), entry.At.Trust, entry.Fact, PlaceNames.Of(entry.Fact, plan)) { Door = PlaceNames.DoorOf(entry.Fact, plan) };

    private static DoorView Door(SiteState state, Door door)
    {
        var live = state.Doors[door.Id];
        var readers = state.Definition.AccessPoints.Where(point => point.Door == door.Id);
        return new(
            door.Id,
            door.Name,
            live.Mode,
            door.ContactFitted,
            live.Contact,
            live.Alarm,
            !readers.Any(point => state.ReadersDown.Contains(point.Id)),
            state.Policy.Plan.IsHostPrivate(door.To))
        {
            Evacuating = live.Evacuating,
            Acceptance = live.Acceptance,
            Wires = [.. Enum.GetValues<DoorWire>().Select(wire => (Wire: wire, Condition: live.Of(wire))).Where(wire => wire.Condition != WireCondition.Normal)],
            ReaderTrouble = readers.Aggregate(ReaderTrouble.None, (all, point) => all | state.ReaderTroubles.GetValueOrDefault(point.Id)),
        };
    }

    private static DeskStatus Status(SiteState state, ResourceId resource, DateTimeOffset wall)
    {
        var booking = BookingRule.At(state, resource, wall, TimeSpan.Zero);
        var released = booking is not null && state.Released.Contains(booking.Slot);
        return state.Desks.GetValueOrDefault(resource)?.Occupancy switch
        {
            DeskOccupancy.Occupied => booking is null || released ? DeskStatus.OccupiedWithoutBooking : DeskStatus.Occupied,
            _ when released => DeskStatus.NoShow,
            _ when booking is not null => DeskStatus.Booked,
            DeskOccupancy.Free => DeskStatus.Free,
            _ => DeskStatus.Unknown,
        };
    }

    // A room has no sensor: a checked-in booking is the only sign of use, and without a booking it is free to book.
    private static RoomView Room(SiteState state, Room room, DateTimeOffset wall)
    {
        var booking = BookingRule.At(state, room.Id, wall, TimeSpan.Zero);
        var status = booking is null ? DeskStatus.Free
            : state.CheckedIn.Contains(booking.Slot) ? DeskStatus.Occupied
            : state.Released.Contains(booking.Slot) ? DeskStatus.NoShow
            : DeskStatus.Booked;
        var until = booking?.End ?? NextStart(state, room.Id, wall);
        return new(room.Id, room.Name, status, until is { } instant ? state.Definition.TimeZone.Local(instant) : null);
    }

    private static DateTimeOffset? NextStart(SiteState state, ResourceId room, DateTimeOffset wall)
    {
        var today = state.Definition.TimeZone.LocalDay(wall);
        foreach (var booking in state.Policy.BookingsOf(room))
        {
            if (booking.Start > wall && state.Definition.TimeZone.LocalDay(booking.Start) == today)
            {
                return booking.Start;
            }
        }

        return null;
    }

    private static int Expected(SiteState state, DateTimeOffset wall, DateOnly today)
    {
        var bookings = state.Policy.BookingsByStart;
        var zone = state.Definition.TimeZone;
        var count = 0;
        for (var index = state.Policy.FirstAfter(zone.Instant(today, TimeOnly.MinValue).AddTicks(-1));
            index < bookings.Length && zone.LocalDay(bookings[index].Start) == today;
            index++)
        {
            var booking = bookings[index];
            count += booking.End > wall && !state.CheckedIn.Contains(booking.Slot) && !state.Released.Contains(booking.Slot) ? 1 : 0;
        }

        return count;
    }
}
