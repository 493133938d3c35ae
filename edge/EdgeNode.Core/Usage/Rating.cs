using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>Prices usage in integer cents. Pure; the same code at the site and at the hub, so that both come to the same cent.</summary>
public static class Rating
{
    private const long MinutesPerHour = 60;

    /// <summary>The card in force on a local date; null when none is yet.</summary>
    public static RatingCard? CardOn(IEnumerable<RatingCard> cards, DateOnly day) =>
        cards.Where(card => card.ValidFrom <= day).MaxBy(card => card.ValidFrom);

    /// <summary>Rates a session minute by minute in the site's local time, so that both clock-change days come out right.</summary>
    /// <param name="card">The card in force when it began.</param>
    /// <param name="stars">Class of the visited site.</param>
    /// <param name="kind">Kind of the resource.</param>
    /// <param name="start">Start.</param>
    /// <param name="minutes">Whole minutes begun, see <see cref="UsageSession.Minutes"/>.</param>
    /// <param name="zone">Time zone of the visited site.</param>
    /// <returns>Null when the card has no price for one of its minutes: what has no price is not free.</returns>
    public static RatingLine? Line(RatingCard card, int stars, string kind, DateTimeOffset start, long minutes, TimeZoneInfo zone)
    {
        var slices = ImmutableArray.CreateBuilder<RatingSlice>();
        for (var minute = 0L; minute < minutes; minute++)
        {
            var local = zone.Local(start.AddMinutes(minute)).DateTime;
            if (card.Rates.FirstOrDefault(rate => rate.Fits(stars, kind, local)) is not { } rate)
            {
                return null;
            }

            if (slices.Count > 0 && slices[^1].CentsPerHour == rate.CentsPerHour)
            {
                slices[^1] = slices[^1] with { Minutes = slices[^1].Minutes + 1 };
            }
            else
            {
                slices.Add(new(1, rate.CentsPerHour));
            }
        }

        var exact = slices.Sum(slice => checked(slice.Minutes * slice.CentsPerHour));
        return new(card.Id, card.Rounding, minutes, Round(exact, MinutesPerHour, card.Rounding), slices.ToImmutable());
    }

    /// <summary>Splits an amount by weights so that the parts add up to it: each gets its share rounded down, and the cents left over go
    /// one by one to the largest remainders, the earlier part first where they are equal. Without any weight all goes to the first part.</summary>
    /// <param name="cents">0 or more.</param>
    /// <param name="weights">At least one, each 0 or more.</param>
    public static ImmutableArray<long> Split(long cents, IReadOnlyList<long> weights)
    {
        var sum = weights.Sum();
        if (sum == 0)
        {
            return [cents, .. Enumerable.Repeat(0L, weights.Count - 1)];
        }

        var parts = weights.Select(weight => (long)((Int128)cents * weight / sum)).ToArray();
        var most = weights
            .Select((weight, index) => (Remainder: (Int128)cents * weight % sum, Index: index))
            .OrderByDescending(part => part.Remainder)
            .ThenBy(part => part.Index);
        foreach (var (_, index) in most.Take((int)(cents - parts.Sum())))
        {
            parts[index]++;
        }

        return [.. parts];
    }

    private static long Round(long exact, long per, RatingRounding rounding)
    {
        var (whole, rest) = Math.DivRem(exact, per);
        return rounding switch
        {
            RatingRounding.Down => whole,
            RatingRounding.Up => rest > 0 ? whole + 1 : whole,
            RatingRounding.HalfUp => rest * 2 >= per ? whole + 1 : whole,
            _ => rest * 2 > per || (rest * 2 == per && whole % 2 == 1) ? whole + 1 : whole,
        };
    }
}
