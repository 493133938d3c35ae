using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

public class PinTests
{
    private static readonly Schedule Nights = new(new("nights"), [new(new() { Frequency = Frequency.Daily }, new(18, 0), new(8, 0))], []);

    [Fact]
    public void Where_a_PIN_is_asked_for_the_badge_alone_opens_nothing_and_the_PIN_opens()
    {
        var world = Site(Schedule.Always);
        Tap(world);
        Assert.Empty(Outcomes(world));
        Assert.Contains(new Effect.SignalReader(new("street-in"), ReaderSignal.EnterPin), world.Effects);
        world.Enter("2580");
        Assert.IsType<JournalFact.AccessGranted>(Assert.Single(Outcomes(world)));
        Assert.Contains(world.Effects, effect => effect is Effect.ReleaseStrike);
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(-1.1, true)]
    [InlineData(10, true)]
    public void A_PIN_is_asked_for_in_its_hours_only(double hours, bool asked)
    {
        var world = Site(Nights);
        world.Wall = World.Nine.AddHours(hours - 1);
        Tap(world);
        Assert.Equal(asked, Outcomes(world).Count == 0);
    }

    [Fact]
    public void While_the_clock_is_not_trusted_a_PIN_is_asked_for_at_any_hour()
    {
        var world = Site(Nights);
        world.Trust = ClockTrust.Untrusted;
        Tap(world);
        Assert.Empty(Outcomes(world));
    }

    [Fact]
    public void Five_wrong_PINs_in_a_row_lock_it_for_ten_minutes_and_a_restart_does_not_help()
    {
        var world = Site(Schedule.Always);
        for (var count = 0; count < 5; count++)
        {
            Tap(world);
            world.Enter("0000");
            world.Pass(13);
        }

        Assert.Equal(5, Outcomes(world).Count(fact => fact is JournalFact.AccessDenied { Reason: DenyReason.PinWrong }));
        Tap(world);
        Assert.Equal(DenyReason.PinLocked, Assert.IsType<JournalFact.AccessDenied>(Outcomes(world)[^1]).Reason);
        Assert.True(world.Recalled().PinTries[new("boss")].LockedUntil > TimeSpan.FromMinutes(9));
        world.Pass(600);
        Tap(world);
        world.Enter("2580");
        Assert.IsType<JournalFact.AccessGranted>(Outcomes(world)[^1]);
        Assert.Empty(world.State.PinTries);
    }

    [Theory]
    [InlineData("street-out")]
    [InlineData("host-in")]
    public void A_way_out_or_a_door_without_a_PIN_forgives_no_wrong_one_also_not_after_a_restart(string accessPoint)
    {
        var world = Site(Schedule.Always);
        for (var count = 0; count < 5; count++)
        {
            Tap(world);
            world.Enter("0000");
            world.Pass(13);
        }

        Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-boss", accessPoint));
        Assert.NotNull(world.State.PinTries[new("boss")].LockedUntil);
        Assert.NotNull(world.Recalled().PinTries[new("boss")].LockedUntil);
    }

    [Fact]
    public void A_right_PIN_forgives_the_wrong_ones_before_it()
    {
        var world = Site(Schedule.Always);
        foreach (var digits in (string[])["0000", "0000", "0000", "0000", "2580", "0000"])
        {
            Tap(world);
            world.Enter(digits);
            world.Pass(13);
        }

        Assert.Equal(new(1, null), world.State.PinTries[new("boss")]);
        Assert.Equal(new(1, null), world.Recalled().PinTries[new("boss")]);
    }

    [Fact]
    public void A_PIN_that_does_not_come_or_comes_too_late_opens_nothing()
    {
        var world = Site(Schedule.Always);
        Tap(world);
        world.Step(new SiteEvent.CodeEntered(new("street-in"), new("code"), new("2580"), world.Uptime));
        var asked = Assert.Single(world.Effects.OfType<Effect.VerifyPin>());
        world.Pass(10);
        Assert.Equal(DenyReason.PinNotGiven, Assert.IsType<JournalFact.AccessDenied>(Assert.Single(Outcomes(world))).Reason);
        world.Step(new SiteEvent.PinVerified(asked.AccessPoint, asked.Ticket, PinOutcome.Right));
        Tap(world);
        world.Step(new SiteEvent.PinVerified(asked.AccessPoint, asked.Ticket, PinOutcome.Right));
        Assert.DoesNotContain(world.Effects, effect => effect is Effect.ReleaseStrike);
    }

    [Fact]
    public void Another_badge_ends_the_wait_for_a_PIN_and_gets_no_benefit_of_it()
    {
        var world = Site(Schedule.Always);
        Tap(world);
        Assert.Equal(DenyReason.PinMissing, Assert.IsType<JournalFact.AccessDenied>(world.Tap("t-staff")).Reason);
        world.Enter("2580");
        Assert.DoesNotContain(world.Effects, effect => effect is Effect.ReleaseStrike);
    }

    [Fact]
    public void A_badge_that_is_tapped_twice_goes_on_waiting_for_its_PIN_even_while_one_is_held_against_it()
    {
        var world = Site(Schedule.Always);
        Tap(world);
        Tap(world);
        world.Step(new SiteEvent.CodeEntered(new("street-in"), new("code"), new("0000"), world.Uptime));
        var asked = Assert.Single(world.Effects.OfType<Effect.VerifyPin>());
        Tap(world);
        world.Step(new SiteEvent.PinVerified(asked.AccessPoint, asked.Ticket, PinOutcome.Wrong));
        Assert.Equal(DenyReason.PinWrong, Assert.IsType<JournalFact.AccessDenied>(Assert.Single(Outcomes(world))).Reason);
        Assert.Equal(1, world.State.PinTries[new("boss")].Wrong);
    }

    [Fact]
    public void The_PIN_for_entry_under_threat_opens_and_tells_silently()
    {
        var world = Site(Schedule.Always);
        Tap(world);
        world.Enter("2581");
        Assert.IsType<JournalFact.AccessGranted>(Assert.Single(Outcomes(world)));
        Assert.Equal(new HolderRef("boss"), Assert.Single(world.Facts.OfType<JournalFact.Duress>()).Who!.Holder);
        Assert.Equal(ReaderSignal.Granted, world.Effects.OfType<Effect.SignalReader>().Last().Signal);
    }

    [Fact]
    public void Whoever_is_exempt_is_not_asked()
    {
        var world = Site(Schedule.Always);
        Tap(world);
        world.Enter("2580");
        Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-guest"));
    }

    [Theory]
    [InlineData("pbkdf2-sha256$99999$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("pbkdf2-sha256$100000$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("pbkdf2-sha256$100000$AAAAAAAAAAAAAAAAAAAAAA==$AAAA")]
    [InlineData("sha256$100000$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("")]
    public void A_hash_that_is_not_slow_or_not_salted_is_none(string text) => Assert.Null(PinHash.TryRead(text));

    [Fact]
    public void A_hash_survives_its_text_and_prints_redacted()
    {
        var read = PinHash.TryRead(World.Pin.Usual.Text())!;
        Assert.True(read.Verify(new("2580")));
        Assert.False(read.Verify(new("2581")));
        Assert.Equal("pin:*** code:***", $"{read} {new PinCode("2580")}");
    }

    private static World Site(Schedule pin) => new(World.Definition with { Doors = [World.Street with { PinHours = pin }, World.Host] });

    private static void Tap(World world) => world.Step(new SiteEvent.IdentifierPresented(new("street-in"), new("t-boss"), world.Uptime));

    private static List<JournalFact> Outcomes(World world) => [.. world.Facts.Where(fact => fact is JournalFact.AccessGranted or JournalFact.AccessDenied)];
}
