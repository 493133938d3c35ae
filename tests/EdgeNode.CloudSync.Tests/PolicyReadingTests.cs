using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.CloudSync.Tests;

public sealed class PolicyReadingTests
{
    private static readonly string Hash = new('a', 64);
    private static readonly TimeZoneInfo Brussels = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    [Fact]
    public void A_letter_becomes_the_policy_that_it_says()
    {
        var (policy, errors) = PolicyReading.Read(LetterCodec.Encode(Letters.Policy(7)), SiteDouble.Name, Brussels, Hash);
        Assert.Empty(errors);
        Assert.Equal((7, Hash), (policy!.Version, policy.Hash));
        Assert.Equal(new HolderRef("h-1"), policy.Holders[0].Ref);
        Assert.Equal((HolderClass.Member, new SiteId("centre"), new ScheduleId("office")), (policy.Holders[0].Class, policy.Holders[0].Home, policy.Holders[0].PlanHours!.Value));
        Assert.Null(policy.Credentials[0].ValidFrom);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_795_600_000_000), policy.Credentials[0].ValidTo);
        Assert.Equal(new AccessPolicy(new("street"), null), policy.Profiles[0].Policies[1]);
        var office = policy.Schedules[0];
        Assert.True(office.IsOpen(new(2026, 12, 21, 18, 29, 0)));
        Assert.True(office.IsOpen(new(2026, 12, 23, 5, 59, 0)), "a night lasts into the next day");
        Assert.False(office.IsOpen(new(2026, 4, 6, 9, 0, 0)), "Easter Monday");
        Assert.True(office.IsOpen(new(2026, 12, 24, 11, 59, 0)), "a special day has hours of its own");
        var booking = policy.Bookings[0];
        Assert.Equal((new ResourceId("desk-1"), new HolderRef("h-2"), true), (booking.Resource, Assert.Single(booking.Guests), booking.HostFirst));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_795_490_000_000), booking.Made);
    }

    [Fact]
    public void Every_mistake_is_named_by_its_place_at_once()
    {
        var letter = Letters.Policy(0) with
        {
            Site = "centre",
            Holders = [new("", "Boss", "centre", [null!], "", false), null!],
            Credentials = [new("12345678", "h-1", true, long.MinValue, null, "31.12.2026")],
            SpecialDays = [new("belgian-public-holidays", ["25.12.2026"])],
            Profiles = [new("p", [null!])],
            Schedules = [new("s", [null!, new("FREQ=WEEKLY;BYDAY=MO", "18:00", "18:00")], [new("nowhere", ["9-12"])])],
            Bookings = [new("b", "h", "r", 5, 5, null, [], false), new("b", "h", "r", 5, 6, -1, [""], false)],
        };
        var (policy, errors) = PolicyReading.Read(LetterCodec.Encode(letter), SiteDouble.Name, Brussels, Hash);
        Assert.Null(policy);
        foreach (var place in new[]
        {
            "site is 'centre'", "version is 0", "holders[0].ref has", "holders[0].class is 'Boss'", "holders[0].profiles has", "holders[0].planHours has",
            "holders[1].row is null", "credentials[0].token is not", "credentials[0].validFrom is", "profiles[0].rights has a null",
            "credentials[0].validThrough has", "specialDays[0].id is", "specialDays[0].days is '25.12.2026'",
            "schedules[0].windows.from is", "schedules[0].windows.days is ''", "schedules[0].windows.to is the same",
            "schedules[0].special.days is 'nowhere'", "schedules[0].special.hours is '9-12'", "bookings[0].end is not after", "bookings[1].row has an identifier",
            "bookings[1].made is -1", "bookings[1].guests has 0 characters",
        })
        {
            Assert.Contains(errors, error => error.StartsWith(place, StringComparison.Ordinal));
        }

        Assert.DoesNotContain(errors, error => error.Contains("12345678", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1_798_757_999_999, "2026-12-31", "2026-12-31T22:59:59.999Z")]
    [InlineData(1_798_758_000_001, "2026-12-31", "2026-12-31T23:00:00Z")]
    [InlineData(null, "2026-03-28", "2026-03-28T23:00:00Z")]
    [InlineData(null, "2026-03-29", "2026-03-29T22:00:00Z")]
    [InlineData(1_795_600_000_000, null, "2026-11-25T09:46:40Z")]
    public void A_validity_ends_before_its_instant_and_after_its_date_whichever_comes_first(long? to, string? through, string end)
    {
        var letter = Letters.Policy(7) with { Credentials = [new(new('d', 64), "h-1", true, null, to, through)] };
        Assert.Equal(DateTimeOffset.Parse(end, System.Globalization.CultureInfo.InvariantCulture), PolicyReading.Read(LetterCodec.Encode(letter), SiteDouble.Name, Brussels, Hash).Policy!.Credentials[0].ValidTo);
    }

    [Fact]
    public void Loan_badges_day_passes_and_prepaid_hours_are_read_and_their_mistakes_named()
    {
        var row = Letters.Policy(7).Credentials[0];
        var right = Letters.Policy(7) with
        {
            Holders = [Letters.Policy(7).Holders[0] with { Employer = "acme", DayPass = true }],
            Credentials = [row with { Loan = "7" }],
            Prepaid = [new("acme", -30, 60)],
            UsageCounted = ["2026-11-23", "2026-11-24"],
        };
        var policy = PolicyReading.Read(LetterCodec.Encode(right), SiteDouble.Name, Brussels, Hash).Policy!;
        Assert.Equal((new EmployerId("acme"), true), (policy.Holders[0].Employer!.Value, policy.Holders[0].DayPass));
        Assert.Equal(new LoanBadgeId("7"), policy.Credentials[0].Loan);
        Assert.Equal((new PrepaidHours(new("acme"), -30, 60), new DateOnly(2026, 11, 24)), (Assert.Single(policy.Prepaid), policy.UsageCounted[1]));
        var wrong = right with
        {
            Holders = [right.Holders[0] with { Employer = "" }],
            Credentials = [row with { Loan = "7" }, row with { Token = new('e', 64), Loan = "7" }],
            Prepaid = [new("acme", 0, -1), new("acme", 0, 0)],
            UsageCounted = ["yesterday"],
        };
        var errors = PolicyReading.Read(LetterCodec.Encode(wrong), SiteDouble.Name, Brussels, Hash).Errors;
        Assert.All(
            (string[])["holders[0].employer has", "prepaid[0].debt is -1", "prepaid[1].row has an identifier", "usageCounted has 'yesterday'", "credentials name the loan badge '7' 2 times"],
            place => Assert.Contains(errors, error => error.StartsWith(place, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_letter_full_of_mistakes_names_the_first_thirty()
    {
        var letter = Letters.Policy(1) with { Bookings = [.. Enumerable.Repeat(new PolicyBooking("b", "h", "r", 5, 5, null, [], false), 1000)] };
        Assert.Equal(30, PolicyReading.Read(LetterCodec.Encode(letter), SiteDouble.Name, Brussels, Hash).Errors.Length);
    }
}
