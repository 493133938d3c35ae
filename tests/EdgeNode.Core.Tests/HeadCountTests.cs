using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

public class HeadCountTests
{
    private static readonly AreaId Lobby = new("lobby");

    [Theory]
    [InlineData("", "0 (0 to 0)")]
    [InlineData("booked in", "1 (1 to 1)")]
    [InlineData("booked in, staff in", "2 (2 to 2)")]
    [InlineData("booked in, booked in", "1 (1 to 1)")]
    [InlineData("booked in, staff in, booked out", "1 (1 to 1)")]
    [InlineData("booked in, staff in, button", "1 (1 to 2)")]
    [InlineData("booked in, button, button, button", "0 (0 to 1)")]
    [InlineData("button, booked in", "1 (1 to 1)")]
    [InlineData("booked in and another, staff in", "3 (2 to 3)")]
    [InlineData("booked in and another, booked out", "0 (0 to 0)")]
    [InlineData("booked in, button, seat", "1 (1 to 1)")]
    [InlineData("booked in, 5 h", "0 (0 to 0)")]
    [InlineData("booked in, staff in, button, 5 h", "1 (1 to 1)")]
    [InlineData("staff in, 30 h", "0 (0 to 0)")]
    [InlineData("not taken", "0 (0 to 0)")]
    public void The_head_count_follows_taps_exits_contacts_and_time_outs_and_says_how_sure_it_is(string story, string count)
    {
        var world = new World(World.Book("booked", "d1", 0, 4));
        Play(world, story);
        Assert.Equal(count, Said(world.State));
        Assert.Equal(Said(world.State with { Desks = Nothing(world).Desks }), Said(world.Journal.Aggregate(Nothing(world), Site.Recall)));
    }

    [Theory]
    [InlineData(AtLimit.Warn, "staff in", "t-booked", null, 1)]
    [InlineData(AtLimit.Refuse, "", "t-booked", null, 0)]
    [InlineData(AtLimit.Refuse, "staff in", "t-booked", DenyReason.SiteFull, 1)]
    [InlineData(AtLimit.Refuse, "staff in", "t-staff", null, 1)]
    [InlineData(AtLimit.Refuse, "booked in", "t-staff", DenyReason.SiteFull, 1)]
    [InlineData(AtLimit.Refuse, "staff in, staff out", "t-booked", null, 1)]
    public void At_the_fire_limit_the_site_says_so_once_and_refuses_where_asked(AtLimit atLimit, string story, string token, DenyReason? reason, int told)
    {
        var world = new World(World.Definition with { Rules = SiteRules.Default with { MaxPeople = 1, AtLimit = atLimit } }, World.Book("booked", "d1", 0, 4));
        Play(world, story);
        Assert.Equal(reason, (world.Tap(token) as JournalFact.AccessDenied)?.Reason);
        world.Pass(60);
        Assert.Equal(told, world.Facts.Count(fact => fact is JournalFact.CapacityReached));
        Assert.IsType<JournalFact.AccessGranted>(world.Tap(token, "street-out"));
    }

    [Theory]
    [InlineData(null, "staff in", "s1")]
    [InlineData(1, "staff in", "s1")]
    [InlineData(0, "", "s1")]
    [InlineData(0, "staff in", "s1")]
    [InlineData(0, "staff in, clean in", "none")]
    [InlineData(1, "staff in, clean in", "s1")]
    public void Guest_desks_shrink_as_the_hosts_staff_arrive(int? staffDesks, string story, string given)
    {
        var site = World.Definition with
        {
            Desks = [new(new("s1"), "Seat 1", Lobby, null), new(new("s2"), "Seat 2", Lobby, null)],
            Rules = SiteRules.Default with { WalkIn = true, StaffDesks = staffDesks },
        };
        var world = new World(site);
        world.State = world.State with { Policy = Staffed(site) };
        Play(world, story);
        world.Tap("t-booked");
        Assert.Equal(given, world.Facts.OfType<JournalFact.SeatHeld>().LastOrDefault()?.Resource.Value ?? "none");
    }

    [Theory]
    [InlineData(null, null, 3)]
    [InlineData(null, 2, 2)]
    [InlineData(1, null, 2)]
    [InlineData(1, 1, 1)]
    [InlineData(1, 9, 2)]
    [InlineData(0, null, 1)]
    public void No_more_people_are_let_in_than_desks_and_seats_of_rooms_and_never_more_than_the_fire_limit(int? seats, int? fire, int letIn)
    {
        var world = new World(World.Definition with
        {
            Desks = [new(new("s1"), "Seat 1", Lobby, null)],
            Rooms = [new(new("r1"), "Room 1", Lobby) { Seats = seats }],
            Rules = SiteRules.Default with { MaxPeople = fire, AtLimit = AtLimit.Refuse },
        });
        foreach (var token in (string[])["t-staff", "t-slow", "t-boss"])
        {
            world.Tap(token);
            world.GoThrough(World.Street);
        }

        Assert.Equal(letIn, world.State.Presence.Inside.Count);
        Assert.Equal(letIn < 3 ? letIn : 0, world.Facts.OfType<JournalFact.CapacityReached>().LastOrDefault()?.Limit ?? 0);
    }

    private static PolicySnapshot Staffed(SiteDefinition site) => PolicySnapshot.Build(site, Policy.Nothing with
    {
        Version = 1,
        Holders =
        [
            new(new("booked"), HolderClass.Member, new("there"), [], null, false),
            new(new("staff"), HolderClass.Staff, new("here"), [new("all")], null, false),
            new(new("clean"), HolderClass.Staff, new("here"), [new("all")], null, false),
        ],
        Credentials = [new(new("t-booked"), new("booked"), true, null, null), new(new("t-staff"), new("staff"), true, null, null), new(new("t-clean"), new("clean"), true, null, null)],
        Profiles = [new(new("all"), [new(Lobby, null)])],
    });

    private static SiteState Nothing(World world) => Site.Initial(World.Definition, new World([.. world.Bookings]).Snapshot());

    private static void Play(World world, string story)
    {
        foreach (var words in story.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(' ')))
        {
            switch (words)
            {
                case ["not", ..]:
                    world.Tap("t-booked");
                    world.Pass(10);
                    break;
                case ["button"]:
                    world.Step(new SiteEvent.RequestToExit(World.Street.Id));
                    world.Open(World.Street);
                    world.Close(World.Street);
                    break;
                case ["seat"]:
                    for (var second = 0; second < 22; second++)
                    {
                        world.Step(new SiteEvent.DeskSensed(new("d1"), true));
                        world.Pass(1);
                    }

                    break;
                case [var hours, "h"]:
                    world.Pass(double.Parse(hours, null) * 3600);
                    break;
                case [var who, var way, ..]:
                    world.Tap($"t-{who}", $"street-{way}");
                    world.Open(World.Street);
                    world.Pass(words.Length > 2 ? 12 : 2);
                    world.Close(World.Street);
                    break;
            }
        }
    }

    private static string Said(SiteState state)
    {
        var count = HeadCount.Of(state);
        return $"{count.Likely} ({count.Least} to {count.Most})";
    }
}
