using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

public class ReplayTests
{
    private static readonly string[] Tokens = ["t-booked", "t-plan", "t-staff", "t-clean", "t-blocked", "t-expired", "t-future", "t-guest", "t-boss", "t-nobody"];

    [Fact]
    public void Every_decision_of_some_weeks_comes_out_the_same_once_more()
    {
        var outcomes = new HashSet<string>();
        foreach (var seed in (int[])[1, 2, 3])
        {
            Replay(Month(seed), seed, outcomes);
        }

        string[] expected = ["Booking", "AccessProfile", "Exit", "CredentialNotFound", "CredentialNotEnabled", "PassedBack", "DoorModeRefuses", "ReaderPaused", "PinMissing"];
        Assert.Empty(expected.Except(outcomes));
    }

    [Fact]
    public void A_record_that_says_otherwise_does_not_come_out_the_same()
    {
        var world = new World();
        world.Tap("t-blocked");
        var entry = world.Entries().Single(record => record.Fact is JournalFact.AccessDenied);
        var state = Site.Initial(world.Here, world.Snapshot());
        Assert.True(DecisionReplay.Of(state, entry, [])!.Same);
        var forged = entry with { Fact = new JournalFact.AccessGranted(new("street-in"), World.Street.Id, GrantBasis.AccessProfile, 1) { Who = entry.Fact.Who } };
        Assert.False(DecisionReplay.Of(state, forged, [])!.Same);
        Assert.Null(DecisionReplay.Of(state, entry with { Fact = new JournalFact.SiteStarted("x") }, []));
    }

    private static void Replay(World world, int seed, HashSet<string> outcomes)
    {
        var entries = world.Entries();
        var state = Site.Initial(world.Here, world.Snapshot());
        foreach (var entry in entries)
        {
            var beside = entries.Where(other => other.Sequence != entry.Sequence && (other.At.Uptime - entry.At.Uptime).Duration() < TimeSpan.FromSeconds(30) && other.Fact.Who is not null)
                .Select(other => other.Fact.Who!.Holder).Distinct().ToArray();
            if (DecisionReplay.Of(state, entry, beside) is { } replay)
            {
                Assert.True(replay.Same, $"seed {seed}, record {entry.Sequence}: {entry.Fact} was {replay.Decision}");
                outcomes.Add(entry.Fact is JournalFact.AccessDenied denied ? $"{denied.Reason}" : $"{((JournalFact.AccessGranted)entry.Fact).Basis}");
            }

            state = Site.Recall(state, entry);
        }
    }

    private static World Month(int seed)
    {
        var random = new Random(seed);
        var site = World.Definition with
        {
            Areas = [World.Definition.Areas[0] with { AntiPassback = new(AntiPassbackKind.Hard, TimeSpan.Zero) }, World.Definition.Areas[1]],
            Doors = [World.Street, World.Host with { PinHours = Schedule.Always }],
        };
        var world = new World(site, [.. Enumerable.Range(0, 30).SelectMany(day => new[] { World.Book("booked", "d1", day * 24, (day * 24) + 4), World.Book("plan", "d1", (day * 24) + 5, (day * 24) + 8) })]);
        for (var step = 0; step < 1_500; step++)
        {
            Act(world, random);
            world.Pass(random.Next(4) == 0 ? random.Next(6_000) : random.Next(25));
        }

        return world;
    }

    private static void Act(World world, Random random)
    {
        var token = Tokens[random.Next(Tokens.Length)];
        switch (random.Next(12))
        {
            case 0 when random.Next(4) == 0:
                world.Enter(random.Next(2) == 0 ? "2580" : "0000", "host-in");
                break;
            case 1:
                world.Step(new SiteEvent.IdentifierPresented(new("street-out"), new(token), world.Uptime));
                break;
            case 2:
                world.GoThrough(World.Street);
                break;
            case 3 when random.Next(5) == 0:
                world.Command(random.Next(3) == 0 ? DoorCommand.Block : DoorCommand.Lock);
                break;
            case 4 when random.Next(10) == 0:
                for (var guess = 0; guess < 10; guess++)
                {
                    world.Step(new SiteEvent.IdentifierPresented(new("street-in"), new("t-nobody"), world.Uptime));
                }

                break;
            case 5 or 6 or 7:
                world.Step(new SiteEvent.IdentifierPresented(new("host-in"), new(token == "t-booked" ? "t-boss" : token), world.Uptime) { Assurance = Assurance.Cryptographic });
                break;
            default:
                world.Step(new SiteEvent.IdentifierPresented(new("street-in"), new(token), world.Uptime));
                break;
        }
    }
}
