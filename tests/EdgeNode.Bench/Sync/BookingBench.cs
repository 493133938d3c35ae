using System.Globalization;
using EdgeNode.CloudSync.Tests;
using EdgeNode.Core;
using EdgeNode.Demo;
using EdgeNode.Hub;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeNode.Bench;

/// <summary>
/// A booking made at the hub until it opens the street door: through SQLite, a real broker, the link, the site's disk and the decider. Only
/// what the pins of a reader take is simulated. The site knows some thousand other people and bookings.
/// </summary>
internal static class BookingBench
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 7, 0, 0, TimeSpan.Zero);
    private static readonly DoorId Door = new("street");

    public static async Task RunAsync(bool quick)
    {
        var others = quick ? 50 : 2_000;
        var folder = Directory.CreateTempSubdirectory("edgenode-bench-");
        var timings = new Timings($"booking at the hub to released strike, {others} others");
        using var bound = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        await using (var broker = await Mosquitto.StartNew(bound.Token))
        await using (var world = await World.StartAsync(new(1, Start, folder.FullName, broker.Port), NullLoggerFactory.Instance))
        {
            Fill(world.Hub.Directory, others);
            for (var round = 0; round < (quick ? 3 : 200); round++)
            {
                var person = Population.Members[round % Population.Members.Length];
                await world.PublishAsync();
                await TapAsync(world, person, opens: false);
                await WaitAsync(world);
                await timings.MeasureAsync(async () =>
                {
                    world.Book(person, new("r1"), world.Time.GetUtcNow(), world.Time.GetUtcNow().AddHours(1), "bench");
                    await world.PublishAsync();
                    await TapAsync(world, person, opens: true);
                });
                await WaitAsync(world);
                world.Hub.Directory.RemoveBooking("bench");
            }
        }

        folder.Delete(recursive: true);
        timings.Print();
    }

    private static void Fill(HubDirectory directory, int others)
    {
        for (var number = 0; number < others; number++)
        {
            var holder = string.Create(CultureInfo.InvariantCulture, $"other-{number}");
            directory.Put(new Member(holder, "Member", Population.HomeSite));
            directory.Put(new Reservation($"of-{holder}", Population.HomeSite, holder, "d01", Start.AddDays(number), Start.AddDays(number).AddHours(8)));
        }
    }

    private static async Task TapAsync(World world, Person person, bool opens)
    {
        world.Tap(new("street-in"), person.Card);
        await world.RunToAsync(world.Time.Uptime + TimeSpan.FromMilliseconds(52));
        if (world.Building.Door(Door).IsReleased != opens)
        {
            throw new InvalidOperationException($"The strike was {(opens ? "not released" : "released without a booking")}: nothing was measured.");
        }
    }

    // Until the door is locked again, and the card may be read again.
    private static Task WaitAsync(World world) => world.RunToAsync(world.Time.Uptime + TimeSpan.FromSeconds(20));
}
