using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>What goes wrong: each trouble is an actor of its own.</summary>
internal static class Troubles
{
    private static readonly SiteDefinition Site = WorldSite.Configuration.Definition;
    private static readonly string[] Everywhere = [.. Site.AccessPoints.Select(point => point.Id.Value)];

    /// <summary>The cable, and what travels on it: batches and usage days, some twice, some in the wrong order.</summary>
    public static IEnumerable<TimeSpan> Network(World world, Random dice)
    {
        var post = new Post(world, dice);
        while (true)
        {
            world.Connected = !dice.Is(0.15);
            if (world is { Connected: true, Runs: true })
            {
                world.Offer(world.Hub.Latest);
                post.Collect();
            }

            yield return dice.Hours(0.5, dice.Is(0.1) ? 30 : 6);
        }
    }

    /// <summary>An old policy comes again, or two come in the wrong order.</summary>
    public static IEnumerable<TimeSpan> Echo(World world, Random dice)
    {
        while (true)
        {
            yield return dice.Hours(2, 20);
            world.Offer(dice.Of(world.Hub.Published));
            world.Tap(dice.Of(Everywhere), Population.Badge(dice.Next(Population.Count)));
            world.Offer(world.Hub.Latest);
        }
    }

    /// <summary>A reader goes silent and sends an old code when it is back; another sends noise.</summary>
    public static IEnumerable<TimeSpan> Readers(World world, Random dice)
    {
        while (true)
        {
            yield return dice.Hours(1, 12);
            var reader = dice.Of(Everywhere);
            if (dice.Is(0.3))
            {
                world.Post(new SiteEvent.ReadFaulty(new(reader), dice.Of((ReadFault[])[ReadFault.Length, ReadFault.Parity, ReadFault.Noise])));
                continue;
            }

            world.Post(new SiteEvent.ReaderLinkChanged(new(reader), Up: false));
            yield return dice.Seconds(2, 2000);
            var badge = Population.Badge(dice.Next(Population.Count));
            world.Tap(reader, badge);
            world.Post(new SiteEvent.ReaderLinkChanged(new(reader), Up: true));
            world.Tap(reader, badge, dice.Seconds(1, 60));
            world.Tap(dice.Is(0.5) ? reader : "nowhere", badge, dice.Is(0.2) ? TimeSpan.FromSeconds(-1) : TimeSpan.Zero);
        }
    }

    /// <summary>Wind and burglars.</summary>
    public static IEnumerable<TimeSpan> Doors(World world, Random dice)
    {
        while (true)
        {
            yield return dice.Hours(3, 30);
            var door = dice.Of((string[])["street", "garden", "floor", "host"]);
            world.Door(door).Force();
            yield return dice.Seconds(0.01, 120);
            world.Door(door).Close();
            for (var press = dice.Is(0.15) ? 40 : 0; press > 0; press--)
            {
                // A child at the button.
                world.Post(new SiteEvent.RequestToExit(new(door)));
                yield return dice.Seconds(1, 5);
            }
        }
    }

    /// <summary>The manager at the screen, and the network from afar.</summary>
    public static IEnumerable<TimeSpan> Commands(World world, Random dice)
    {
        var all = Enum.GetValues<DoorCommand>();
        for (var number = 1; ; number++)
        {
            yield return dice.Hours(1, 14);
            var door = dice.Of(Site.Doors).Id;
            if (dice.Is(0.2))
            {
                world.Post(new SiteEvent.UnlockCommanded(door, $"c{number}"));
                world.Post(new SiteEvent.CommandDropped($"c{number}", CommandDropReason.Repeated));
                continue;
            }

            world.Post(new SiteEvent.DoorCommanded(door, dice.Of(all), CommandSource.Screen, new("manager")));
            yield return dice.Seconds(1, dice.Is(0.2) ? 30_000 : 900);
            foreach (var undo in (DoorCommand[])[DoorCommand.LockDownRelease, DoorCommand.LockOpenRelease, DoorCommand.Lock])
            {
                world.Post(new SiteEvent.DoorCommanded(door, undo, CommandSource.Screen, new("manager")));
            }
        }
    }

    /// <summary>The fire alarm, and a manager who says too early that it is over.</summary>
    public static IEnumerable<TimeSpan> Fire(World world, Random dice)
    {
        while (true)
        {
            yield return dice.Hours(10, 150);
            world.Post(new SiteEvent.FireInputChanged(true));
            yield return dice.Seconds(1, 400);
            world.Post(new SiteEvent.EvacuationEnded(new("manager")));
            world.Post(new SiteEvent.FireInputChanged(false));
            yield return dice.Seconds(1, 4000);
            world.Post(new SiteEvent.FireInputChanged(dice.Is(0.2)));
            world.Post(new SiteEvent.FireInputChanged(false));
            world.Post(new SiteEvent.EvacuationEnded(new("manager")));
            world.Post(new SiteEvent.PassbackForgiven(dice.Is(0.5) ? null : new($"h{dice.Next(12)}")) { By = new("manager") });
        }
    }

    /// <summary>Somebody tries numbers.</summary>
    public static IEnumerable<TimeSpan> Guesser(World world, Random dice)
    {
        while (true)
        {
            yield return dice.Hours(8, 60);
            var reader = dice.Of(Everywhere);
            for (var tries = dice.Next(8, 25); tries > 0; tries--)
            {
                world.Tap(reader, dice.Is(0.9) ? Population.Badge(Population.Stranger) : Population.Badge(dice.Next(Population.Count)));
                yield return dice.Seconds(0.5, 8);
            }
        }
    }

    /// <summary>A disk that is full, broken, or broken at syncing.</summary>
    public static IEnumerable<TimeSpan> Disk(World world, Random dice)
    {
        while (true)
        {
            yield return dice.Hours(8, 60);
            world.Chronicle.Say("the disk refuses");
            if (dice.Is(0.4))
            {
                world.Disk.Refuse();
            }
            else
            {
                world.Disk.Refuse(dice.Is(0.5) ? "write" : "sync", "Input/output error");
            }

            yield return dice.Seconds(0.1, dice.Is(0.1) ? 4000 : 90);
            world.Chronicle.Say("the disk is well");
            world.Disk.Recover();
        }
    }

    /// <summary>The power goes at any instant: between two events, or in the middle of one, before any of the disk's operations.</summary>
    public static IEnumerable<TimeSpan> Power(World world, Random dice)
    {
        while (true)
        {
            yield return dice.Hours(4, 60);
            if (dice.Is(0.5))
            {
                world.Disk.CutBefore = world.Disk.Operations + dice.Next(1, 8);
                continue;
            }

            world.CutPower(dice.Seconds(1, 1800));
            if (dice.Is(0.3))
            {
                world.Disk.CutBefore = world.Disk.Operations + dice.Next(1, 6);
            }

            if (dice.Is(0.5))
            {
                // No battery behind the clock: 1970 until the network tells the time.
                world.Clock.Confirmed = false;
                world.JumpWall(DateTimeOffset.UnixEpoch - world.Clock.Time.GetUtcNow());
                yield return dice.Seconds(30, 20_000);
                world.Clock.SetRight();
                world.Clock.Confirmed = true;
                world.Look();
            }
        }
    }

    /// <summary>A clock that steps both ways, runs fast, and loses its network time.</summary>
    public static IEnumerable<TimeSpan> Clock(World world, Random dice)
    {
        while (true)
        {
            yield return dice.Hours(4, 40);
            switch (dice.Next(4))
            {
                case 0:
                    world.JumpWall(dice.Seconds(-7200, 7200));
                    break;
                case 1:
                    world.JumpWall(dice.Hours(-30, 50));
                    break;
                case 2:
                    for (var beat = dice.Next(10, 60); beat > 0; beat--)
                    {
                        // Fast, but each step is too small to be a jump.
                        world.JumpWall(TimeSpan.FromSeconds(1.5));
                        yield return dice.Seconds(60, 300);
                    }

                    break;
                case 3:
                    world.Clock.Confirmed = false;
                    break;
            }

            yield return dice.Seconds(1, 30_000);
            world.Clock.SetRight();
            world.Clock.Confirmed = true;
            world.Look();
        }
    }

    /// <summary>The loop hangs; the dead-man of the strikes does not.</summary>
    public static IEnumerable<TimeSpan> Stall(World world, Random dice)
    {
        while (true)
        {
            yield return dice.Hours(5, 50);
            var door = dice.Of(Site.Doors).Id;
            world.Post(new SiteEvent.RequestToExit(door));
            yield return dice.Seconds(0, 1);
            world.Chronicle.Say("the loop hangs");
            world.Stall(dice.Seconds(0.2, 90));
        }
    }
}
