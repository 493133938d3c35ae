using System.Globalization;

namespace EdgeNode.Bench;

/// <summary>The same people for every peer: each has a card and, today, a booking.</summary>
internal static class PeerPeople
{
    public static readonly DateTimeOffset From = TimeProvider.System.GetUtcNow().AddHours(-2);

    public static readonly DateTimeOffset To = TimeProvider.System.GetUtcNow().AddHours(8);

    public static string Card(int number) => string.Create(CultureInfo.InvariantCulture, $"{number:x14}");

    public static string Holder(int number) => string.Create(CultureInfo.InvariantCulture, $"h{number}");

    public static string Booking(int number) => string.Create(CultureInfo.InvariantCulture, $"b{number}");

    /// <summary>The door of a person, so that taps come from many readers.</summary>
    public static int Door(int number) => number % Doors;

    public const int Doors = 100;
}
