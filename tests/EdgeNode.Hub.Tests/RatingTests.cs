using System.Globalization;
using System.Text;
using CsCheck;
using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Hub.Tests;

public sealed class RatingTests
{
    private static readonly TimeZoneInfo Brussels = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    private static readonly RatingCard Card = new("2026", new(2026, 1, 1), RatingRounding.HalfUp,
    [
        new(3, "room", null, TimeOnly.MinValue, TimeOnly.MinValue, 2_500),
        new(null, "room", null, TimeOnly.MinValue, TimeOnly.MinValue, 1_800),
        new(null, null, DayOfWeek.Saturday, TimeOnly.MinValue, TimeOnly.MinValue, 199),
        new(null, null, DayOfWeek.Sunday, TimeOnly.MinValue, TimeOnly.MinValue, 199),
        new(1, null, null, new(8, 0), new(18, 30), 301),
        new(null, null, null, new(8, 0), new(18, 30), 453),
        new(null, null, null, TimeOnly.MinValue, TimeOnly.MinValue, 157),
    ]);

    [Fact]
    public void The_rate_card_prices_by_class_resource_weekday_and_hour_as_the_golden_file_says()
    {
        var text = new StringBuilder();
        foreach (var (stars, kind, local, minutes) in new (int, string, DateTime, long)[]
        {
            (1, "desk", new(2026, 3, 2, 9, 0, 0), 61), (2, "desk", new(2026, 3, 2, 9, 0, 0), 61), (3, "room", new(2026, 3, 2, 9, 0, 0), 61), (1, "room", new(2026, 3, 2, 9, 0, 0), 61),
            (2, "desk", new(2026, 3, 2, 7, 30, 0), 60), (2, "desk", new(2026, 3, 2, 18, 0, 0), 60), (2, "desk", new(2026, 3, 6, 23, 30, 0), 60), (2, "desk", new(2026, 3, 7, 12, 0, 0), 1),
            (2, "desk", new(2026, 3, 29, 1, 30, 0), 60), (2, "desk", new(2026, 10, 25, 1, 30, 0), 180), (2, "desk", new(2026, 3, 2, 9, 0, 0), 0),
        })
        {
            var line = Rating.Line(Card, stars, kind, Brussels.Instant(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local)), minutes, Brussels)!;
            var slices = string.Join(" + ", line.Slices.Select(slice => $"{slice.Minutes} min at {slice.CentsPerHour}"));
            text.AppendLine(CultureInfo.InvariantCulture, $"{stars} stars, {kind}, {local:ddd yyyy-MM-dd HH:mm}, {minutes} min: {line.Cents} cents ({slices}; {line.Rounding}, card {line.Card})");
        }

        GoldenFile.Check("rating.golden.txt", text.ToString());
    }

    [Theory]
    [InlineData(RatingRounding.HalfUp, 1, 2, 2, 3)]
    [InlineData(RatingRounding.HalfEven, 0, 2, 2, 3)]
    [InlineData(RatingRounding.Up, 1, 2, 3, 3)]
    [InlineData(RatingRounding.Down, 0, 1, 2, 2)]
    public void Each_rounding_rule_does_what_it_says(RatingRounding rounding, long half, long oneAndAHalf, long twoAndALittle, long almostThree)
    {
        Assert.Equal([half, oneAndAHalf, twoAndALittle, almostThree], new[] { 30L, 90, 121, 179 }.Select(centsPerHour => Cents(centsPerHour)));

        long Cents(long centsPerHour) => Rating.Line(
            new("c", DateOnly.MinValue, rounding, [new(null, null, null, TimeOnly.MinValue, TimeOnly.MinValue, centsPerHour)]), 1, "desk", DateTimeOffset.UnixEpoch, 1, TimeZoneInfo.Utc)!.Cents;
    }

    [Fact]
    public void A_minute_without_a_price_leaves_the_whole_session_without_one() => Assert.Null(Rating.Line(
        Card with { Rates = [new(null, null, null, new(8, 0), new(9, 0), 100)] }, 1, "desk", Brussels.Instant(new(2026, 3, 2), new(8, 30)), 31, Brussels));

    [Fact]
    public void The_newest_card_that_is_in_force_rates()
    {
        RatingCard[] cards = [Card, Card with { Id = "next", ValidFrom = new(2026, 7, 1) }];
        Assert.Equal(["2026", "next", null], new DateOnly[] { new(2026, 6, 30), new(2026, 7, 1), new(2025, 12, 31) }.Select(day => Rating.CardOn(cards, day)?.Id));
    }

    [Fact]
    public void Slices_add_up_to_the_minutes_and_the_line_is_their_sum_rounded_once() =>
        Gen.Select(Gen.Int[0, 365 * 24 * 60], Gen.Long[0, 2_000], Gen.Int[1, 3], Gen.Bool.Select(room => room ? "room" : "desk")).Sample((minute, minutes, stars, kind) =>
        {
            var line = Rating.Line(Card, stars, kind, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute), minutes, Brussels)!;
            var exact = line.Slices.Sum(slice => slice.Minutes * slice.CentsPerHour) / 60m;
            return line.Slices.Sum(slice => slice.Minutes) == minutes && line.Cents == Math.Round(exact, MidpointRounding.AwayFromZero);
        });

    [Fact]
    public void A_split_adds_up_to_the_cent_and_no_part_is_a_cent_from_its_share() =>
        Gen.Select(Gen.Long[0, 100_000_000_000], Gen.Long[0, 1_000_000].Array[1, 50]).Sample((cents, weights) =>
        {
            var parts = Rating.Split(cents, weights);
            Assert.Equal(cents, parts.Sum());
            var sum = weights.Sum();
            Assert.All(parts.Zip(weights), part => Assert.True(sum == 0 || Math.Abs(part.First - ((decimal)cents * part.Second / sum)) < 1));
        });

    [Fact]
    public void The_cents_left_over_go_to_the_largest_remainders_and_without_hours_all_stays_at_the_first()
    {
        Assert.Equal([32, 32, 36], Rating.Split(100, [10, 10, 11]));
        Assert.Equal([34, 33, 33], Rating.Split(100, [1, 1, 1]));
        Assert.Equal([100, 0], Rating.Split(100, [0, 0]));
    }
}
