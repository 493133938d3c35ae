using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>How the site is, in the one line that <c>systemctl status</c> shows.</summary>
internal static class StatusLine
{
    /// <summary>Doors without an alarm, those that stand open, readers that answer, the way to the network and what waits for it, and the clock where it is not sure.</summary>
    /// <param name="state">The site.</param>
    /// <param name="link">The way to the network; null on a site that stands alone.</param>
    public static string Of(SiteState state, LinkStanding? link)
    {
        var doors = state.Doors.Values.Count(door => door.Alarm == DoorAlarm.Normal);
        var open = state.Doors.Values.Count(door => door.Contact == ContactState.Open);
        var readers = state.Definition.AccessPoints.Length;
        string[] parts =
        [
            $"doors {doors}/{state.Doors.Count}",
            .. open > 0 ? new[] { $"{open} open" } : [],
            $"readers {readers - state.ReadersDown.Count}/{readers}",
            .. link is null ? ["stand-alone"] : Words(link),
            .. state.JournalTakesRecords ? [] : new[] { "no record can be kept" },
            .. state.Now is { Trust: not ClockTrust.Trusted and var trust } ? new[] { $"clock {trust.ToString().ToLowerInvariant()}" } : [],
        ];
        return string.Join(", ", parts);
    }

    private static string[] Words(LinkStanding link) =>
        [link.OfflineFor is { } offline ? $"offline {Span(offline)}" : "online", $"{link.Queued} queued"];

    private static string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => $"{(int)span.TotalSeconds} s",
        { TotalHours: < 1 } => $"{(int)span.TotalMinutes} min",
        { TotalDays: < 1 } => $"{(int)span.TotalHours} h",
        _ => $"{(int)span.TotalDays} d",
    };
}
