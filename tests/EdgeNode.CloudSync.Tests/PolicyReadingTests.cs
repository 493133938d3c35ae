using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.CloudSync.Tests;

public sealed class PolicyReadingTests
{
    private static readonly string Hash = new('a', 64);

    [Fact]
    public void A_letter_becomes_the_policy_that_it_says()
    {
        var (policy, errors) = PolicyReading.Read(Letters.Policy(7), SiteDouble.Name, Hash);
        Assert.Empty(errors);
        Assert.Equal((7, Hash), (policy!.Version, policy.Hash));
        Assert.Equal(new HolderRef("h-1"), policy.Holders[0].Ref);
        Assert.Equal((HolderClass.Member, new SiteId("centre"), new ScheduleId("office")), (policy.Holders[0].Class, policy.Holders[0].Home, policy.Holders[0].PlanHours!.Value));
        Assert.Null(policy.Credentials[0].ValidFrom);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_795_600_000_000), policy.Credentials[0].ValidTo);
        Assert.Equal(new AccessPolicy(new("street"), null), policy.Profiles[0].Policies[1]);
        Assert.Equal(new WeeklyWindow(DayOfWeek.Monday, new(8, 0), new(18, 30)), policy.Schedules[0].Windows[0]);
        Assert.Contains(new DateOnly(2026, 12, 25), policy.Schedules[0].ClosedDays);
        Assert.Equal(new ResourceId("desk-1"), policy.Bookings[0].Resource);
    }

    [Fact]
    public void Every_mistake_is_named_by_its_place_at_once()
    {
        var letter = Letters.Policy(0) with
        {
            Site = "centre",
            Holders = [new("", "Boss", "centre", [null!], "", false), null!],
            Credentials = [new("12345678", "h-1", true, long.MinValue, null)],
            Profiles = [new("p", [null!])],
            Schedules = [new("s", [null!, new("Moonday", "18:00", "08:00")], ["25.12.2026"])],
            Bookings = [new("b", "h", "r", 5, 5), new("b", "h", "r", 5, 6)],
        };
        var (policy, errors) = PolicyReading.Read(letter, SiteDouble.Name, Hash);
        Assert.Null(policy);
        foreach (var place in new[]
        {
            "site is 'centre'", "version is 0", "holders[0].ref has", "holders[0].class is 'Boss'", "holders[0].profiles has", "holders[0].planHours has",
            "holders[1].row is null", "credentials[0].token is not", "credentials[0].validFrom is", "profiles[0].rights has a null",
            "schedules[0].windows.from is", "schedules[0].windows.day is 'Moonday'", "schedules[0].windows.to is not after",
            "schedules[0].closedDays has", "bookings[0].end is not after", "bookings[1].row has an identifier",
        })
        {
            Assert.Contains(errors, error => error.StartsWith(place, StringComparison.Ordinal));
        }

        Assert.DoesNotContain(errors, error => error.Contains("12345678", StringComparison.Ordinal));
    }

    [Fact]
    public void A_letter_full_of_mistakes_names_the_first_twenty()
    {
        var letter = Letters.Policy(1) with { Bookings = [.. Enumerable.Repeat(new PolicyBooking("b", "h", "r", 5, 5), 1000)] };
        Assert.Equal(20, PolicyReading.Read(letter, SiteDouble.Name, Hash).Errors.Length);
    }
}
