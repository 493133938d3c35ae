using System.Collections.Immutable;
using EdgeNode.Core;

namespace EdgeNode.Demo;

/// <summary>What people intend on one day. Pure: the same seed and date give the same plan.</summary>
internal static class DayPlan
{
    private static readonly ImmutableArray<ResourceId> Desks =
        [.. Enumerable.Range(1, 14).Select(number => new ResourceId($"d{number:00}"))];

    private static readonly ImmutableArray<ResourceId> Rooms = [new("r1"), new("r2"), new("r3")];

    /// <summary>All stays of one day, by member and guest.</summary>
    public static ImmutableArray<PlannedStay> Stays(int seed, DateOnly day)
    {
        var dice = Dice(seed, day);
        var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        var desks = Shuffled(Desks, dice);
        var members = Shuffled(Population.Members, dice).Take(weekend ? 2 : dice.Next(7, 11));
        var guests = weekend ? [] : Shuffled(Population.Guests, dice).Take(dice.Next(1, 4));
        return
        [
            .. members.Select((person, index) => Stay(person, desks[index], dice)),
            .. guests.Select((person, index) => Stay(person, Rooms[index], dice)),
        ];
    }

    /// <summary>The dice of one day.</summary>
    public static Random Dice(int seed, DateOnly day) => new(unchecked((seed * 1_000_003) + day.DayNumber));

    private static PlannedStay Stay(Person person, ResourceId resource, Random dice)
    {
        var start = new TimeOnly(dice.Next(8, 13), dice.Next(2) * 30);
        var end = start.AddHours(dice.Next(2, 6));
        var arrival = Arrival(start, dice);
        var departure = end.AddMinutes(dice.Next(-40, 12));
        return new(person, resource, start, end, arrival, departure, dice.Next(100) < 65);
    }

    // One in ten never comes, one in ten comes before the door opens for the booking, the others a little early or late.
    private static TimeOnly? Arrival(TimeOnly start, Random dice) => dice.Next(10) switch
    {
        0 => null,
        1 => start.AddMinutes(-dice.Next(20, 40)).Add(TimeSpan.FromSeconds(dice.Next(60))),
        _ => start.AddMinutes(dice.Next(-12, 25)).Add(TimeSpan.FromSeconds(dice.Next(60))),
    };

    private static ImmutableArray<T> Shuffled<T>(ImmutableArray<T> items, Random dice)
    {
        var array = items.ToArray();
        dice.Shuffle(array);
        return [.. array];
    }
}
