using System.Globalization;

namespace EdgeNode.Screen;

/// <summary>
/// Forms that move a door: each is followed once, however often it is sent, and only soon after it was asked for. A click that comes
/// twice, or a page from this morning, opens nothing. Safe from any thread.
/// </summary>
internal sealed class AskedForms(TimeProvider time)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(2);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _followed = [];

    /// <summary>What a form carries that is given out now: milliseconds since 1970 UTC.</summary>
    public string Stamp => time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a form with this stamp was given out at most two minutes ago.</summary>
    public bool IsFresh(string stamp)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= now && now - at <= GoodFor.TotalMilliseconds;
    }

    /// <summary>Takes a form; false when it was taken before.</summary>
    public bool TryFollow(string form)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            foreach (var old in _followed.Where(known => now - known.Value > 2 * GoodFor).Select(known => known.Key).ToList())
            {
                _followed.Remove(old);
            }

            return _followed.TryAdd(form, now);
        }
    }

    /// <summary>It could not be followed after all, and may be sent again.</summary>
    public void Forget(string form)
    {
        lock (_lock)
        {
            _followed.Remove(form);
        }
    }
}
