using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>Anti-passback, row A15: who was last seen to go where. It concerns entry only, and forgets at the cut-off hour.</summary>
internal sealed class ReferenceWhereabouts(SiteDefinition site)
{
    private readonly Dictionary<string, (string Area, DateTimeOffset At, string Entered, DateTimeOffset EnteredAt)> _seen = [];

    public void Went(string holder, Door door, bool inwards, DateTimeOffset wall)
    {
        var known = _seen.TryGetValue(holder, out var last);
        _seen[holder] = inwards ? (door.To.Value, wall, door.To.Value, wall)
            : known ? (door.From.Value, wall, last.Entered, last.EnteredAt)
            : (door.From.Value, wall, door.From.Value, DateTimeOffset.MinValue);
    }

    /// <summary>"Soft" or "Hard" when the entry would pass a badge back, else null; a time between two entries is hard too.</summary>
    public string? PassesBack(string holder, Door door, DateTimeOffset wall)
    {
        var rule = site.Areas.First(area => area.Id == door.To).AntiPassback;
        if (!_seen.TryGetValue(holder, out var last))
        {
            return null;
        }

        if (rule.Kind == AntiPassbackKind.Timed)
        {
            return last.Entered == door.To.Value && last.EnteredAt <= wall && wall < last.EnteredAt + rule.Reentry ? "Hard" : null;
        }

        var today = ReferenceClock.Day(wall);
        var cutOff = ReferenceClock.Instant(today, site.Rules.PassbackCutOff);
        cutOff = cutOff <= wall ? cutOff : ReferenceClock.Instant(today.AddDays(-1), site.Rules.PassbackCutOff);
        return rule.Kind != AntiPassbackKind.Off && last.At >= cutOff && last.Area != door.From.Value ? rule.Kind.ToString() : null;
    }

    public void Forgive(string? holder)
    {
        if (holder is null)
        {
            _seen.Clear();
        }
        else
        {
            _seen.Remove(holder);
        }
    }

    public void Forget(DateTimeOffset wall)
    {
        foreach (var holder in _seen.Where(seen => seen.Value.At < wall - TimeSpan.FromDays(2)).Select(seen => seen.Key).ToArray())
        {
            _seen.Remove(holder);
        }
    }
}
