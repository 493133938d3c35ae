using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EdgeNode.Contracts;

namespace EdgeNode.HostileWorld;

/// <summary>The people of every story: staff, members with every kind of right, guests, a cleaner, and one whom nobody knows.</summary>
internal static class Population
{
    public const int Count = 13;
    public const int Stranger = 12;
    private static readonly string[] Tokens = [.. Enumerable.Range(0, Count).Select(number => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"badge {number}"))))];

    public static IReadOnlyList<PolicyHolder> Holders { get; } =
    [
        new("h0", "Staff", "world", ["host"], null, false),
        new("h1", "Staff", "world", ["host"], null, true),
        new("h2", "Staff", "world", ["office"], null, false),
        new("h3", "Member", "north", [], "hours", false),
        new("h4", "Member", "north", [], null, true),
        new("h5", "Member", "south", [], null, false),
        new("h6", "Member", "south", [], null, false),
        new("h7", "Member", "south", ["gone"], "hours", false),
        new("h8", "Member", "world", [], null, false),
        new("h9", "Guest", "north", [], null, false),
        new("h10", "Guest", "south", ["host"], null, false),
        new("h11", "Member", "world", ["cleaning"], null, false),
    ];

    public static IReadOnlyList<PolicyProfile> Profiles { get; } =
    [
        new("host", [new("lobby", null), new("floor", null), new("host", null), new("meeting", "hours")]),
        new("office", [new("lobby", "hours"), new("floor", "hours"), new("host", "hours"), new("meeting", "never")]),
        new("cleaning", [new("lobby", "night"), new("floor", "night"), new("meeting", "night")]),
    ];

    public static IReadOnlyList<PolicySchedule> Schedules { get; } =
    [
        new("hours", [new("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "07:30", "18:30")], [new("belgian-public-holidays", []), new("bridge", ["09:00-12:30"])]),
        new("night", [new("FREQ=DAILY", "20:00", "03:30")], [new("bridge", ["00:00-02:00", "22:00-00:00"])]),
    ];

    public static IReadOnlyList<PolicySpecialDays> SpecialDays { get; } = [new("bridge", ["2026-03-26", "2026-05-15", "2026-07-20", "2026-10-22", "2026-12-24"])];

    public static string Badge(int person) => Tokens[person];

    public static string BadgeOf(string token) => $"badge {Array.IndexOf(Tokens, token)}";

    public static bool IsStaff(int person) => person < 3;

    public static bool Books(int person) => person is >= 3 and <= 10;

    /// <summary>Badge 5 ends at an instant, badge 4 with a day, badge 6 is blocked when reception says so, badge 7 begins in the middle of a week.</summary>
    public static IReadOnlyList<PolicyCredential> Credentials(DateTimeOffset start, IReadOnlySet<int> blocked) =>
    [
        .. Enumerable.Range(0, Stranger).Select(number => new PolicyCredential(
            Tokens[number],
            $"h{number}",
            !blocked.Contains(number),
            number == 7 ? start.AddHours(55.25).ToUnixTimeMilliseconds() : null,
            number == 5 ? start.AddHours(80.5).ToUnixTimeMilliseconds() : null,
            number == 4 ? DateOnly.FromDateTime(start.AddDays(4).UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null)),
    ];
}
