using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>Hours in the site's local time, with special days (ONVIF Schedule 19.12). An hour that a clock change repeats is open twice; one that it skips never is.</summary>
/// <param name="Id">The schedule.</param>
/// <param name="Windows">Hours by the days on which they begin; empty = never.</param>
/// <param name="Special">Special days; where several groups have one day, the hours of all of them hold.</param>
public sealed record Schedule(ScheduleId Id, ImmutableArray<ScheduleWindow> Windows, ImmutableArray<SpecialDayHours> Special)
{
    /// <summary>Open at any time.</summary>
    public static Schedule Always { get; } = new(new("always"), [new(new() { Frequency = Frequency.Daily }, TimeOnly.MinValue, TimeOnly.MinValue)], []);

    /// <summary>Whether the schedule is open at a local time.</summary>
    public bool IsOpen(DateTime at) => Meets(at, at);

    /// <summary>Whether the schedule is open at some local time from <paramref name="from"/> to <paramref name="to"/>, both inclusive.</summary>
    public bool Meets(DateTime from, DateTime to)
    {
        // A night that began the day before may still last.
        for (var day = DateOnly.FromDateTime(from).AddDays(-1); day <= DateOnly.FromDateTime(to); day = day.AddDays(1))
        {
            foreach (var (start, end) in Spans(day))
            {
                if (start <= to && from < end)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Since what local time it has been open at a local time; null when it is not.</summary>
    public DateTime? OpenSince(DateTime at)
    {
        var today = DateOnly.FromDateTime(at);
        return Spans(today.AddDays(-1)).Concat(Spans(today)).Where(span => span.Start <= at && at < span.End).Select(span => (DateTime?)span.Start).Min();
    }

    /// <summary>The first local time after <paramref name="after"/>, today or tomorrow, at which it may open or close; null when there is none.</summary>
    public DateTime? NextEdge(DateTime after)
    {
        var today = DateOnly.FromDateTime(after);
        return Enumerable.Range(-1, 3)
            .SelectMany(days => Spans(today.AddDays(days)))
            .SelectMany(span => new DateTime?[] { span.Start, span.End })
            .Where(edge => edge > after)
            .Min();
    }

    // The hours that begin on a day. A special day has its own, and nothing that began before it reaches into it.
    private IEnumerable<(DateTime Start, DateTime End)> Spans(DateOnly day)
    {
        if (IsSpecial(day))
        {
            return Special.Where(special => special.Days.Has(day))
                .SelectMany(special => special.Hours)
                .Select(hours => (day.ToDateTime(hours.From), hours.To == TimeOnly.MinValue ? day.AddDays(1).ToDateTime(hours.To) : day.ToDateTime(hours.To)));
        }

        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return Windows.Where(window => window.Days.Has(day))
            .Select(window => (window.Start(day), window.End(day)))
            .Select(span => span.Item2 > midnight && IsSpecial(day.AddDays(1)) ? (span.Item1, midnight) : span);
    }

    private bool IsSpecial(DateOnly day)
    {
        foreach (var special in Special)
        {
            if (special.Days.Has(day))
            {
                return true;
            }
        }

        return false;
    }
}
