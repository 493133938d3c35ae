namespace EdgeNode.HostileWorld;

/// <summary>Throws of the dice.</summary>
internal static class Chance
{
    public static bool Is(this Random dice, double chance) => dice.NextDouble() < chance;

    public static TimeSpan Between(this Random dice, TimeSpan from, TimeSpan to) => from + ((to - from) * dice.NextDouble());

    public static TimeSpan Seconds(this Random dice, double from, double to) => dice.Between(TimeSpan.FromSeconds(from), TimeSpan.FromSeconds(to));

    public static TimeSpan Hours(this Random dice, double from, double to) => dice.Between(TimeSpan.FromHours(from), TimeSpan.FromHours(to));

    public static T Of<T>(this Random dice, IReadOnlyList<T> things) => things[dice.Next(things.Count)];
}
