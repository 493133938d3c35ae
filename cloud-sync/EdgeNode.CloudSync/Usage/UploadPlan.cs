using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using EdgeNode.Core;

namespace EdgeNode.CloudSync;

/// <summary>What is uploaded when. Pure.</summary>
public static class UploadPlan
{
    /// <summary>Over how long the sites of a network spread their nightly start.</summary>
    public static readonly TimeSpan Spread = TimeSpan.FromMinutes(45);

    /// <summary>The days owed in the order in which they go: oldest first, each once.</summary>
    public static ImmutableArray<DateOnly> Order(IEnumerable<DateOnly> owed) => [.. owed.Distinct().Order()];

    /// <summary>The site's own part of <see cref="Spread"/>: whole seconds, always the same for a name.</summary>
    public static TimeSpan Jitter(string site)
    {
        var draw = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(site)));
        return TimeSpan.FromSeconds(draw % (long)Spread.TotalSeconds);
    }

    /// <summary>The next nightly start after an instant.</summary>
    public static DateTimeOffset NextStart(string site, DateTimeOffset now, TimeZoneInfo zone, TimeOnly nightly)
    {
        // From the day before: with the jitter, last night's start can lie behind midnight.
        var day = zone.LocalDay(now).AddDays(-1);
        var start = zone.Instant(day, nightly) + Jitter(site);
        while (start <= now)
        {
            day = day.AddDays(1);
            start = zone.Instant(day, nightly) + Jitter(site);
        }

        return start;
    }
}
