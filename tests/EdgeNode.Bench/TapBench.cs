using EdgeNode.Core;
using EdgeNode.Demo;
using EdgeNode.Hardware.Simulated;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeNode.Bench;

/// <summary>
/// Last edge of a card to released strike, through driver, format, loop, decider and door, the durable record included: on
/// simulated pins and a simulated clock, so that what is measured is the program and the disk, not the wire.
/// </summary>
internal static class TapBench
{
    public static async Task RunAsync(bool quick)
    {
        var folder = Directory.CreateTempSubdirectory("edgenode-bench-");
        var timings = new Timings("frame complete to strike and durable record");
        await using (var world = await World.StartAsync(new(1, new(2026, 3, 2, 7, 0, 0, TimeSpan.Zero), folder.FullName), NullLoggerFactory.Instance))
        {
            for (var tap = 0; tap < (quick ? 50 : 1_000); tap++)
            {
                await TapAsync(world, timings);
            }
        }

        folder.Delete(recursive: true);
        timings.Print();
    }

    private static async Task TapAsync(World world, Timings timings)
    {
        var door = new DoorId("street");
        world.Tap(new("street-in"), Population.Staff[0].Card);
        await world.RunToAsync(world.Time.Uptime + TimeSpan.FromMilliseconds(49));
        await timings.MeasureAsync(() => world.RunToAsync(world.Time.Uptime + TimeSpan.FromMilliseconds(3)));
        if (!world.Building.Door(door).IsReleased)
        {
            throw new InvalidOperationException("The strike was not released: nothing was measured.");
        }

        await world.RunToAsync(world.Time.Uptime + TimeSpan.FromSeconds(20));
    }
}
