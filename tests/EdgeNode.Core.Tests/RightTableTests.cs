using System.Collections.Immutable;
using System.Globalization;
using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

/// <summary>Whole tables of rights: every class of holder in every zone, plan hours at night, anti-passback by area.</summary>
public class RightTableTests
{
    private static readonly ScheduleId Nights = new("nights");

    public static TheoryData<HolderClass, string, bool, bool> Pairs =>
    [
        .. from @class in Enum.GetValues<HolderClass>()
           from zone in (string[])["street", "host"]
           from booked in (bool[])[false, true]
           from profile in (bool[])[false, true]
           select (@class, zone, booked, profile),
    ];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_private_zone_refuses_every_class_but_staff_whatever_right_there_is_and_staff_need_no_booking(HolderClass @class, string zone, bool booked, bool profile)
    {
        var holder = new CredentialHolder(new("one"), @class, new("there"), profile ? [new("all")] : [], null, false);
        var world = Site(holder, booked ? [World.Book("one", zone == "host" ? "d2" : "d1", 0, 4)] : []);
        var decided = world.Tap("t-one", $"{zone}-in");
        var outsiderInPrivate = zone == "host" && @class != HolderClass.Staff;
        var expected = outsiderInPrivate ? DenyReason.HostPrivateArea : booked || profile ? null : (DenyReason?)DenyReason.NoBookingNoRight;
        Assert.Equal(expected, (decided as JournalFact.AccessDenied)?.Reason);
        Assert.Equal(expected is null, world.Effects.Any(effect => effect is Effect.ReleaseStrike));
    }

    [Theory]
    [InlineData("2026-03-28T20:59Z", false)] // 21:59
    [InlineData("2026-03-28T21:00Z", true)] // 22:00
    [InlineData("2026-03-29T00:59Z", true)] // 01:59, and a minute later it is 03:00
    [InlineData("2026-03-29T01:00Z", false)] // 03:00
    [InlineData("2026-10-24T19:59Z", false)] // 21:59
    [InlineData("2026-10-24T20:00Z", true)] // 22:00
    [InlineData("2026-10-25T00:15Z", true)] // 02:15 for the first time
    [InlineData("2026-10-25T01:15Z", true)] // 02:15 once more
    [InlineData("2026-10-25T01:30Z", false)] // 02:30 once more
    [InlineData("2026-06-06T23:30Z", true)] // Sunday 01:30: Saturday's night goes on
    [InlineData("2026-06-07T21:00Z", false)] // Sunday 23:00: no night of its own
    public void Plan_hours_go_over_midnight_and_follow_the_clock_on_the_wall_on_both_days_on_which_it_changes(string at, bool opens)
    {
        var holder = new CredentialHolder(new("one"), HolderClass.Member, new("there"), [], Nights, false);
        var wall = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
        var world = Site(holder, [new(new("b"), new("one"), new("d1"), wall.AddHours(-1), wall.AddHours(1))], wall);
        world.State = world.State with { CheckedIn = [.. world.State.Policy.BookingsByStart.Select(booking => booking.Slot)] };
        Assert.Equal(opens ? null : DenyReason.NotPermittedAtThisTime, (world.Tap("t-one") as JournalFact.AccessDenied)?.Reason);
    }

    [Theory]
    [InlineData(AntiPassbackKind.Hard, AntiPassbackKind.Off, DenyReason.PassedBack, null)]
    [InlineData(AntiPassbackKind.Off, AntiPassbackKind.Hard, null, DenyReason.PassedBack)]
    [InlineData(AntiPassbackKind.Off, AntiPassbackKind.Off, null, null)]
    public void Anti_passback_is_that_of_the_area_behind_the_door_and_of_no_other(AntiPassbackKind lobby, AntiPassbackKind office, DenyReason? atStreet, DenyReason? atHost)
    {
        var world = new World(World.Definition with
        {
            Areas = [World.Definition.Areas[0] with { AntiPassback = new(lobby, default) }, World.Definition.Areas[1] with { AntiPassback = new(office, default) }],
        });
        world.Tap("t-staff");
        world.GoThrough(World.Street);
        Assert.Equal(atStreet, (world.Tap("t-staff") as JournalFact.AccessDenied)?.Reason);
        world.GoThrough(World.Street);
        world.Tap("t-staff", "host-in");
        world.GoThrough(World.Host);
        Assert.Equal(atHost, (world.Tap("t-staff", "host-in") as JournalFact.AccessDenied)?.Reason);
    }

    private static World Site(CredentialHolder holder, ImmutableArray<Booking> bookings, DateTimeOffset? wall = null)
    {
        var world = new World { Wall = wall ?? World.Nine };
        world.State = world.State with
        {
            Policy = PolicySnapshot.Build(World.Definition, Policy.Nothing with
            {
                Version = 2,
                Holders = [holder],
                Credentials = [new(new("t-one"), holder.Ref, true, null, null)],
                Profiles = [new(new("all"), [new(new("lobby"), null), new(new("office"), null)])],
                Schedules = [new(Nights, [new(Recurrence.Weekly(DayOfWeek.Saturday), new(22, 0), new(2, 30))], [])],
                Bookings = bookings,
            }),
        };
        return world;
    }
}
