using EdgeNode.Core;

namespace EdgeNode.Demo;

/// <summary>Plays one day after another: bookings are made and sent down before dawn, people come, and after midnight the day goes up.</summary>
internal sealed class Calendar(World world, int seed)
{
    private static readonly TimeOnly Dawn = new(5, 30);
    private static readonly TimeOnly Night = new(0, 5);

    private TimeZoneInfo Zone => world.Configuration.Definition.TimeZone;

    /// <summary>Plays what is left of today, and every day after it.</summary>
    public void PlayFromNow()
    {
        var today = Zone.LocalDay(world.Time.GetUtcNow());
        if (Until(today, Dawn) > TimeSpan.Zero)
        {
            world.After(Until(today, Dawn), () => Begin(today));
        }
        else
        {
            Begin(today);
        }
    }

    private void Begin(DateOnly day)
    {
        world.Queue(() => SendBookingsAsync(day));
        new DayScript(world, seed, day, time => Until(day, time)).Play();
        var tomorrow = day.AddDays(1);
        world.After(Until(tomorrow, Night), () => world.Queue(world.UploadAsync));
        world.After(Until(tomorrow, Dawn), () => Begin(tomorrow));
    }

    private Task SendBookingsAsync(DateOnly day)
    {
        foreach (var stay in DayPlan.Stays(seed, day))
        {
            world.Book(stay.Person, stay.Resource, Zone.Instant(day, stay.Start), Zone.Instant(day, stay.End));
        }

        return world.PublishAsync();
    }

    private TimeSpan Until(DateOnly day, TimeOnly time) => Zone.Instant(day, time) - world.Time.GetUtcNow();
}
