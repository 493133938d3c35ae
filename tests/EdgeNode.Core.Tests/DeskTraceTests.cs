using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

/// <summary>Traces of raw readings, one letter for each interval: 1 somebody, 0 nobody, . no report.</summary>
public class DeskTraceTests
{
    private static readonly ResourceId Desk = new("d1");

    private static readonly Dictionary<string, SensorProfile> Kinds = new()
    {
        ["pir"] = SensorProfile.Pir,
        ["zigbee"] = SensorProfile.Zigbee,
        ["radar"] = SensorProfile.Radar,
        ["range"] = SensorProfile.TimeOfFlight,
        ["lora"] = SensorProfile.Heartbeat,
    };

    [Theory]
    [InlineData("pir", 20, "1", "?", "warming up for 60 s")]
    [InlineData("pir", 20, "1111", "O", "occupied at once after it")]
    [InlineData("pir", 60, "01 00000000000000", "O", "14 min without a movement is a still person")]
    [InlineData("pir", 60, "01 000000000000000", "F", "15 min is not")]
    [InlineData("zigbee", 60, "1", "O", "no warm-up behind a gateway")]
    [InlineData("zigbee", 60, "1 00000000000000", "O", "hold of 15 min")]
    [InlineData("zigbee", 60, "1 000000000000000", "F", "and no longer")]
    [InlineData("radar", 10, "011", "F", "a curtain moves for less than 20 s")]
    [InlineData("radar", 10, "0111", "O", "a person stays")]
    [InlineData("radar", 10, "01010101", "O", "a still sitter is lost for a moment")]
    [InlineData("radar", 10, "010001", "F", "a passer-by comes twice")]
    [InlineData("radar", 10, "010011", "F", "a gap of 30 s is not under 30 s")]
    [InlineData("radar", 10, "0111 00000000000000000", "O", "hold of 3 min")]
    [InlineData("radar", 10, "0111 000000000000000000", "F", "and no longer")]
    [InlineData("range", 10, "1", "O", "occupied at once")]
    [InlineData("range", 10, "1 00000000000", "O", "hold of 2 min")]
    [InlineData("range", 10, "1 000000000000", "F", "and no longer")]
    [InlineData("lora", 3600, "10", "F", "judges by itself")]
    [InlineData("lora", 3600, "1..", "O", "two heartbeats missed")]
    [InlineData("lora", 3600, "1...", "?", "three heartbeats missed")]
    [InlineData("zigbee", 60, "1..", "O", "two reports missed")]
    [InlineData("zigbee", 60, "1...", "?", "three reports missed")]
    [InlineData("zigbee", 60, "0...", "?", "never free by silence")]
    [InlineData("zigbee", 60, "1...0", "?", "after silence the hold still runs")]
    public void A_trace_of_raw_readings_gives_the_state_that_its_sensor_type_deserves(string kind, int interval, string trace, string state, string because)
    {
        var world = Site(Kinds[kind]);
        Play(world, 0, trace[..1]);
        foreach (var reading in trace[1..].Where(letter => letter != ' '))
        {
            world.Pass(interval);
            Play(world, 0, $"{reading}");
        }

        var shown = world.State.Desks[Desk].Occupancy switch
        {
            DeskOccupancy.Occupied => "O",
            DeskOccupancy.Free => "F",
            _ => "?",
        };
        Assert.Equal($"{state} {because}", $"{shown} {because}");
    }

    [Theory]
    [InlineData(9.0, 23.9, 9.0, SensorTrouble.None)]
    [InlineData(9.0, 24.0, 9.0, SensorTrouble.StuckOn)]
    [InlineData(21.0, 2.9, 21.0, SensorTrouble.None)]
    [InlineData(21.0, 3.0, 21.0, SensorTrouble.StuckOn)]
    [InlineData(23.0, 1.9, 23.0, SensorTrouble.None)]
    [InlineData(23.0, 2.0, 23.0, SensorTrouble.StuckOn)]
    [InlineData(5.0, 2.5, 5.0, SensorTrouble.None)]
    public void Somebody_for_a_day_or_for_two_hours_behind_closed_doors_is_a_stuck_sensor(double from, double hours, double _, SensorTrouble trouble)
    {
        var world = Site(SensorProfile.Heartbeat, from == 9.0 ? new TimeOnly(22, 0) : new TimeOnly(6, 0));
        world.Wall = World.Nine.AddHours(from - 9);
        Hold(world, true, hours);
        Assert.Equal(trouble, world.State.Desks[Desk].Trouble);
        Assert.Equal(trouble == SensorTrouble.StuckOn ? DeskOccupancy.Unknown : DeskOccupancy.Occupied, world.State.Desks[Desk].Occupancy);
        world.Step(new SiteEvent.DeskSensed(Desk, false));
        Assert.Equal(SensorTrouble.None, world.State.Desks[Desk].Trouble);
    }

    [Fact]
    public void A_stuck_sensor_stays_unknown_when_the_site_opens_until_it_says_that_nobody_is_there()
    {
        var world = Site(SensorProfile.Heartbeat, new TimeOnly(6, 0));
        world.Wall = World.Nine.AddHours(14);
        Hold(world, true, 10);
        Assert.Equal((SensorTrouble.StuckOn, DeskOccupancy.Unknown), (world.State.Desks[Desk].Trouble, world.State.Desks[Desk].Occupancy));
        Hold(world, false, 1);
        Assert.Equal((SensorTrouble.None, DeskOccupancy.Free), (world.State.Desks[Desk].Trouble, world.State.Desks[Desk].Occupancy));
    }

    [Fact]
    public void Nobody_for_a_week_is_a_stuck_sensor_too_and_the_desk_stays_what_it_says()
    {
        var world = Site(SensorProfile.Heartbeat);
        Hold(world, false, (7 * 24) - 1);
        Assert.Equal(SensorTrouble.None, world.State.Desks[Desk].Trouble);
        Hold(world, false, 1);
        Assert.Equal((SensorTrouble.StuckOff, DeskOccupancy.Free), (world.State.Desks[Desk].Trouble, world.State.Desks[Desk].Occupancy));
        Hold(world, true, 1);
        Assert.Equal([SensorTrouble.StuckOff, SensorTrouble.None], world.Facts.OfType<JournalFact.SensorStuck>().Select(stuck => stuck.Trouble));
    }

    [Fact]
    public void Use_counts_from_the_first_raw_reading_to_the_last_and_never_the_hold()
    {
        var world = Site(SensorProfile.Radar);
        Play(world, 10, "0");
        var first = world.Wall;
        Play(world, 10, "1111111");
        var last = world.Wall - TimeSpan.FromSeconds(10);
        Play(world, 10, new string('0', 30));
        Assert.Equal([first, last], world.Facts.OfType<JournalFact.DeskChanged>().Skip(1).Select(changed => changed.Since!.Value));
        var line = JournalCodec.Encode(new(1, world.Now, world.Facts.OfType<JournalFact.DeskChanged>().Last()), JournalCodec.Genesis, new byte[JournalCodec.SaltLength]);
        Assert.Equal(last, ((JournalFact.DeskChanged)JournalCodec.Decode(line.Public, line.Personal).Entry.Fact).Since);
        Assert.DoesNotContain("since", System.Text.Encoding.UTF8.GetString(line.Public), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(44, false, false, 0, "booked")]
    [InlineData(45, false, false, 0, "freed")]
    [InlineData(14, true, false, 0, "booked")]
    [InlineData(15, true, false, 0, "freed")]
    [InlineData(30, true, true, 0, "booked")]
    [InlineData(31, true, true, 0, "freed")]
    [InlineData(70, false, false, 30, "booked")]
    [InlineData(80, false, false, 30, "freed")]
    public void A_booked_desk_is_freed_only_by_a_long_absence_or_when_the_person_was_seen_to_leave(int minutes, bool left, bool tagged, int seenAgain, string said)
    {
        var world = Site(SensorProfile.Zigbee, null, World.Book("booked", "d1", 0, 4));
        world.Tap("t-booked");
        world.Open(World.Street);
        world.Close(World.Street);
        Play(world, 60, "1");
        if (tagged)
        {
            world.Step(new SiteEvent.IdentifierPresented(new("d1-tag"), new("t-booked"), world.Uptime));
        }

        if (left)
        {
            world.Tap("t-booked", "street-out");
            world.Open(World.Street);
            world.Close(World.Street);
        }

        for (var minute = 1; minute < minutes; minute++)
        {
            Play(world, 60, minute == seenAgain ? "1" : "0");
        }

        Play(world, 1, "0");
        Assert.Equal(said, world.Facts.Any(fact => fact is JournalFact.SeatHeld { Why: HoldReason.Vacated }) ? "freed" : "booked");
    }

    [Fact]
    public void Whoever_came_early_and_went_again_frees_the_desk_at_the_start_of_the_booking_without_another_event()
    {
        var world = Site(SensorProfile.Heartbeat, null, World.Book("booked", "d1", 0.2, 4));
        Play(world, 0, "0");
        world.Tap("t-booked");
        world.GoThrough(World.Street);
        world.Tap("t-booked", "street-out");
        world.GoThrough(World.Street);
        Assert.DoesNotContain(world.Facts, fact => fact is JournalFact.SeatHeld);
        world.Pass(13 * 60);
        var (_, at) = Assert.Single(world.Times, record => record.Fact is JournalFact.SeatHeld { Why: HoldReason.Vacated });
        Assert.Equal(World.Nine.AddHours(0.2), at);
    }

    [Theory]
    [InlineData(10, "d1 until 13:00")]
    [InlineData(20, "d1 until 13:00")]
    [InlineData(179, "d1 until 13:00")]
    [InlineData(180, "refused: BookingOver")]
    public void Whoever_left_for_good_is_given_the_desk_again_until_the_end_of_what_was_booked_and_has_no_grace_after_it(int minutes, string said)
    {
        var world = Site(SensorProfile.Zigbee, null, World.Book("booked", "d1", 0, 4));
        world.Tap("t-booked");
        world.GoThrough(World.Street);
        Play(world, 60, "1" + new string('0', 59));
        Assert.Equal(World.Nine.AddMinutes(0.1), Assert.Single(world.Facts.OfType<JournalFact.SeatHeld>()).End);
        Play(world, 60, new string('0', minutes));
        world.Wall = World.Nine.AddMinutes(60 + minutes);
        var tap = world.Tap("t-booked");
        Assert.Equal(said, tap is JournalFact.AccessDenied denied ? $"refused: {denied.Reason}" : Given(world));
    }

    [Fact]
    public void An_unknown_desk_is_never_freed_and_somebody_elses_tag_keeps_nothing()
    {
        var world = Site(SensorProfile.Zigbee, null, World.Book("booked", "d1", 0, 4));
        world.Tap("t-booked");
        world.Open(World.Street);
        world.Close(World.Street);
        world.Effects.Clear();
        world.Step(new SiteEvent.IdentifierPresented(new("d1-tag"), new("t-plan"), world.Uptime));
        world.Step(new SiteEvent.IdentifierPresented(new("d1-tag"), new("t-blocked"), world.Uptime));
        Assert.All(world.Effects, effect => Assert.Equal(ReaderSignal.Denied, Assert.IsType<Effect.SignalReader>(effect).Signal));
        world.Pass(3 * 3600);
        Assert.DoesNotContain(world.Facts, fact => fact is JournalFact.SeatHeld);
    }

    [Fact]
    public void Whoever_was_thought_to_have_left_for_good_and_comes_back_is_given_a_seat_again_and_the_use_is_counted_apart()
    {
        var world = Site(SensorProfile.Zigbee, null, World.Book("booked", "d1", 0, 4));
        world.Tap("t-booked");
        world.Open(World.Street);
        world.Close(World.Street);
        Play(world, 60, "1" + new string('0', 50));
        Assert.Equal(World.Nine, Assert.Single(world.Facts.OfType<JournalFact.SeatHeld>()).End);
        Play(world, 60, new string('0', 20));
        Assert.Equal(World.Nine, Assert.Single(world.Facts.OfType<JournalFact.SessionClosed>()).End);
        Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-booked"));
        world.Open(World.Street);
        Assert.Equal((new ResourceId("d1"), World.Nine.AddHours(4)), (world.State.Sessions.Values.Single().Resource!.Value, world.State.Sessions.Values.Single().MustEndBy));
    }

    private static string Given(World world) =>
        world.Facts.OfType<JournalFact.SeatHeld>().Last() is var held ? $"{held.Resource} until {World.Brussels.Local(held.End):HH:mm}" : "";

    private static World Site(SensorProfile sensor, TimeOnly? opening = null, params Booking[] bookings) => new(
        World.Definition with
        {
            Desks = [new(Desk, "Desk 1", new("lobby"), sensor) { Tag = new("d1-tag") }],
            Rules = SiteRules.Default with { OpeningTime = opening ?? new(6, 0) },
        },
        bookings);

    private static void Play(World world, int interval, string trace)
    {
        foreach (var reading in trace.Where(letter => letter != ' '))
        {
            if (reading != '.')
            {
                world.Step(new SiteEvent.DeskSensed(Desk, reading == '1'));
            }

            world.Pass(interval);
        }
    }

    private static void Hold(World world, bool present, double hours)
    {
        for (var minute = 0; minute < Math.Round(hours * 60); minute += 6)
        {
            world.Step(new SiteEvent.DeskSensed(Desk, present));
            world.Pass(360);
        }
    }
}
