namespace EdgeNode.HostileWorld;

/// <summary>Everybody in a story.</summary>
internal static class Cast
{
    public static IReadOnlyList<Actor> All { get; } =
    [
        .. Enumerable.Range(0, Population.Count).Select(number => new Actor($"person-{number}", (world, dice) => new Person(number, world, dice).Live())),
        .. WorldSite.Configuration.Definition.Desks.Where(desk => desk.Sensor is not null)
            .Select(desk => new Actor($"sensor-{desk.Id.Value}", (world, dice) => new Sensor(desk, world, dice).Live())),
        new("reception", (world, dice) => new Reception(world, dice).Live()),
        new("network", Troubles.Network),
        new("echo", Troubles.Echo),
        new("readers", Troubles.Readers),
        new("doors", Troubles.Doors),
        new("commands", Troubles.Commands),
        new("fire", Troubles.Fire),
        new("guesser", Troubles.Guesser),
        new("disk", Troubles.Disk),
        new("power", Troubles.Power),
        new("clock", Troubles.Clock),
        new("stall", Troubles.Stall),
    ];
}
