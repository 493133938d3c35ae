using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

public class GuessTests
{
    [Fact]
    public void Ten_unknown_badges_within_a_minute_stop_the_reader_for_a_minute_but_nobody_inside()
    {
        var world = new World();
        for (var count = 0; count < 10; count++)
        {
            Assert.Equal(DenyReason.CredentialNotFound, Denied(world.Tap($"t-guess-{count}")));
            world.Pass(5);
        }

        Assert.Equal(60, Assert.Single(world.Facts.OfType<JournalFact.ReaderPaused>()).Seconds);
        Assert.Equal(DenyReason.ReaderPaused, Denied(world.Tap("t-staff")));
        Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-staff", "host-in"));
        Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-staff", "street-out"));
        world.Pass(60);
        Assert.IsType<JournalFact.AccessGranted>(world.Tap("t-staff"));
        world.Pass(21);
        Assert.Empty(world.State.Readers);
    }

    [Fact]
    public void Nine_in_a_minute_or_ten_in_a_longer_time_stop_nothing()
    {
        var world = new World();
        for (var count = 0; count < 30; count++)
        {
            world.Tap("t-guess");
            world.Pass(6.8);
        }

        Assert.DoesNotContain(world.Facts, fact => fact is JournalFact.ReaderPaused);
    }

    [Fact]
    public void An_attack_on_the_code_of_the_day_meets_at_most_ten_tries_every_two_minutes()
    {
        var world = new World(World.Definition with { Doors = [World.Street with { TakesOutageCode = true }, World.Host] });
        var (looked, refused) = (0, 0);
        for (var count = 0; count < 3_600; count++)
        {
            world.Enter($"{count:00000000}");
            world.Pass(1);
        }

        looked = world.Facts.Count(fact => fact is JournalFact.AccessDenied { Reason: DenyReason.CredentialNotFound });
        refused = world.Facts.Count(fact => fact is JournalFact.AccessDenied { Reason: DenyReason.ReaderPaused });
        Assert.Equal(3_600, looked + refused);
        Assert.InRange(looked, 1, 3_600 / 70 * 11);
    }

    [Theory]
    [InlineData("t-guess")]
    [InlineData("t-blocked")]
    [InlineData("t-booked")]
    public void Every_refusal_looks_alike_at_the_reader(string token)
    {
        var world = new World();
        world.Tap(token);
        Assert.Equal([new Effect.SignalReader(new("street-in"), ReaderSignal.Denied)], world.Effects.Where(effect => effect is not Effect.Record));
    }

    private static DenyReason? Denied(JournalFact fact) => (fact as JournalFact.AccessDenied)?.Reason;
}
