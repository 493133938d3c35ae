using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

/// <summary>What whoever pays by the day, or out of prepaid hours, has used as far as the site can tell.</summary>
public class PassTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Theory]
    [InlineData("03-02T09:00 03-02T14:00 03-02T18:00", "03-02")]
    [InlineData("03-02T23:30 03-03T00:30", "03-02 03-03")]
    [InlineData("03-02T23:30+ 03-03T00:30", "03-02")]
    [InlineData("03-28T23:50 03-29T00:30 03-29T03:30 03-29T23:30 03-30T00:10", "03-28 03-29 03-30")]
    [InlineData("10-24T23:50 10-25T00:30 10-25T23:30 10-26T00:10", "10-24 10-25 10-26")]
    public void A_day_pass_is_used_by_the_first_stay_that_begins_on_a_local_day(string entries, string days)
    {
        var world = new World();
        foreach (var entry in entries.Split(' '))
        {
            MoveTo(world, entry.TrimEnd('+'));
            world.Tap("t-daily");
            world.GoThrough(World.Street);
            if (!entry.EndsWith('+'))
            {
                world.Tap("t-daily", "street-out");
                world.GoThrough(World.Street);
            }
        }

        Assert.Equal(days, string.Join(' ', world.Facts.OfType<JournalFact.DayPassUsed>().Select(used => $"{used.Day:MM-dd}")));
        Assert.All(world.Facts.OfType<JournalFact.DayPassUsed>(), used => Assert.Equal("daily", used.Who?.Holder.Value));
        Assert.Equal(world.State.DayPasses, world.Recalled().DayPasses);
    }

    [Fact]
    public void Nobody_else_uses_a_day_pass_and_neither_does_whoever_did_not_go_in()
    {
        var world = new World();
        world.Tap("t-paid");
        world.Tap("t-staff");
        world.GoThrough(World.Street);
        world.Tap("t-daily");
        world.Pass(10);
        Assert.DoesNotContain(world.Facts, fact => fact is JournalFact.DayPassUsed);
    }

    [Theory]
    [InlineData(60, 0, 0, false)]
    [InlineData(60, 0, 59, false)]
    [InlineData(60, 0, 60, true)]
    [InlineData(60, 30, 89, false)]
    [InlineData(60, 30, 90, true)]
    [InlineData(-30, 60, 0, false)]
    [InlineData(-60, 60, 0, true)]
    [InlineData(0, 0, 0, true)]
    [InlineData(null, 0, 0, true)]
    public void Prepaid_hours_are_used_up_by_what_the_site_counted_since_the_network_wrote_beyond_the_debt_it_bears(int? left, int debt, int minutes, bool refused)
    {
        var world = Paid(left is { } some ? new(new("acme"), some, debt) : null);
        if (minutes > 0)
        {
            Stay(world, "t-paid-2", minutes);
        }

        Assert.Equal(refused ? DenyReason.PrepaidUsedUp : null, (world.Tap("t-paid") as JournalFact.AccessDenied)?.Reason);
        Assert.Equal(world.State.PrepaidUse.AsEnumerable(), world.Recalled().PrepaidUse);
        Assert.Equal(minutes, world.Recalled().PrepaidUse.Sum(use => use.Minutes));
    }

    [Fact]
    public void What_the_network_has_counted_is_not_counted_again()
    {
        var world = Paid(new(new("acme"), 60, 0));
        Stay(world, "t-paid", 60);
        Assert.Equal(DenyReason.PrepaidUsedUp, Assert.IsType<JournalFact.AccessDenied>(world.Tap("t-paid")).Reason);
        world.Pass(16 * 3600);
        Write(world, new(new("acme"), 60 + 1, 0));
        Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-paid"));
        world.Pass(10);
        Write(world, new(new("acme"), 1, 0), Monday.AddDays(-1), Monday.AddDays(1));
        Assert.IsType<JournalFact.AccessDenied>(world.Tap("t-paid"));
        Write(world, new(new("acme"), 1, 0), Monday);
        Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-paid"));
        world.Pass(24 * 3600);
        Assert.Empty(world.State.PrepaidUse);
    }

    [Fact]
    public void Whoever_is_inside_uses_hours_too_is_not_put_out_and_always_gets_out()
    {
        var world = Paid(new(new("acme"), 30, 0));
        world.Tap("t-paid");
        world.GoThrough(World.Street);
        world.Pass(20 * 60);
        Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-paid-2"));
        world.Pass(10 * 60);
        Assert.Equal(DenyReason.PrepaidUsedUp, Assert.IsType<JournalFact.AccessDenied>(world.Tap("t-paid-2")).Reason);
        Assert.Single(world.State.Sessions);
        Assert.Equal(GrantBasis.Exit, Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-paid", "street-out")).Basis);
    }

    [Fact]
    public void What_is_disputed_uses_no_prepaid_hours()
    {
        var world = Paid(new(new("acme"), 30, 0));
        world.Tap("t-paid");
        world.GoThrough(World.Street);
        world.State = world.State with { Sessions = world.State.Sessions.SetItems(world.State.Sessions.Select(Contested)) };
        world.Pass(60 * 60);
        Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-paid-2"));
        world.Pass(10);
        world.Tap("t-paid", "street-out");
        world.GoThrough(World.Street);
        Assert.Equal(SessionClass.Disputed, Assert.Single(world.Facts.OfType<JournalFact.SessionClosed>()).Class);
        Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-paid"));
    }

    [Fact]
    public void Minutes_are_counted_by_the_millisecond_as_the_letters_tell_them()
    {
        Assert.Equal(60, UsageSession.MinutesOf(World.Nine, World.Nine.AddHours(1).AddTicks(4_000)));
        Assert.Equal(61, UsageSession.MinutesOf(World.Nine, World.Nine.AddHours(1).AddMilliseconds(1)));
        Assert.Equal(60, UsageSession.MinutesOf(World.Nine.AddTicks(9_999), World.Nine.AddHours(1).AddTicks(9_998)));
        Assert.Equal(0, UsageSession.MinutesOf(World.Nine, World.Nine.AddHours(-1)));
    }

    private static KeyValuePair<long, OpenSession> Contested(KeyValuePair<long, OpenSession> session) =>
        KeyValuePair.Create(session.Key, session.Value with { Evidence = session.Value.Evidence | SessionEvidence.SeatContested });

    private static World Paid(PrepaidHours? hours)
    {
        var world = new World();
        Write(world, hours);
        return world;
    }

    private static void Write(World world, PrepaidHours? hours, params DateOnly[] counted)
    {
        (world.Prepaid, world.UsageCounted) = (hours, [.. counted]);
        world.Step(new SiteEvent.PolicyReplaced(world.Snapshot()));
    }

    private static void Stay(World world, string token, int minutes)
    {
        world.Tap(token);
        world.GoThrough(World.Street);
        world.Pass((minutes * 60) - 6);
        world.Tap(token, "street-out");
        world.GoThrough(World.Street);
    }

    private static void MoveTo(World world, string local)
    {
        var at = DateTime.ParseExact($"2026-{local}", "yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        world.Pass((World.Brussels.Instant(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at)) - world.Wall).TotalSeconds);
    }
}
