namespace EdgeNode.HostileWorld;

/// <summary>When a story begins: a Monday at 5 o'clock; every third one in a week in which the clocks change.</summary>
internal static class Weeks
{
    private static readonly DateTimeOffset Spring = new(2026, 3, 23, 4, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Autumn = new(2026, 10, 19, 3, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset Begin(int seed) => (seed % 6) switch
    {
        0 => Spring,
        3 => Autumn,
        _ => Spring.AddDays(7 * (new Random(seed).Next(40) - 10)),
    };
}
