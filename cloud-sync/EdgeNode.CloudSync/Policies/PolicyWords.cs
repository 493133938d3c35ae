using System.Globalization;
using EdgeNode.Core;

namespace EdgeNode.CloudSync;

/// <summary>Single values of a policy letter; a bad one is noted and a harmless one goes on in its place.</summary>
internal static class PolicyWords
{
    private const int LongestId = 128;

    private static readonly long Earliest = DateTimeOffset.UnixEpoch.ToUnixTimeMilliseconds();
    private static readonly long Latest = new DateTimeOffset(9000, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    public static string Id(this PolicyErrors errors, string member, string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestId)
        {
            errors.Add(member, $"has {text?.Length ?? 0} characters; an identifier has 1 to {LongestId} and is not blank");
        }

        return text ?? "";
    }

    public static T Name<T>(this PolicyErrors errors, string member, string? text)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>();
        if (text is not null && names.Contains(text, StringComparer.Ordinal))
        {
            return Enum.Parse<T>(text);
        }

        errors.Add(member, $"is '{text}'; it must be one of {string.Join(", ", names)}");
        return default;
    }

    public static DateTimeOffset Instant(this PolicyErrors errors, string member, long milliseconds)
    {
        if (milliseconds >= Earliest && milliseconds <= Latest)
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        }

        errors.Add(member, $"is {milliseconds}; it must be milliseconds since 1970 UTC, {Earliest} to {Latest}");
        return default;
    }

    public static TimeOnly Time(this PolicyErrors errors, string member, string? text)
    {
        if (Time(text) is { } time)
        {
            return time;
        }

        errors.Add(member, $"is '{text}'; it must be HH:mm");
        return default;
    }

    public static TimeOnly? Time(string? text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    public static Recurrence Recurrence(this PolicyErrors errors, string member, string? text)
    {
        if (RecurrenceText.Read(text ?? "", out var wrong) is { } recurrence)
        {
            return recurrence;
        }

        errors.Add(member, $"is '{text}': {wrong}");
        return new();
    }

    public static DateOnly Day(this PolicyErrors errors, string member, string? text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        errors.Add(member, $"has '{text}'; it must be yyyy-MM-dd");
        return default;
    }
}
