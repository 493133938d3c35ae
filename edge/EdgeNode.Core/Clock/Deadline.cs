namespace EdgeNode.Core;

/// <summary>When the site wants to be stepped again, and why. The loop logs the reason; the health page shows it.</summary>
/// <param name="Uptime">Instant on the uptime clock.</param>
/// <param name="Why">A short reason in words, without persons.</param>
public readonly record struct Deadline(TimeSpan Uptime, string Why)
{
    /// <summary>The earlier of two; null only when both are.</summary>
    public static Deadline? Earlier(Deadline? one, Deadline? other) =>
        other is null || one?.Uptime <= other.Value.Uptime ? one : other;

    /// <summary>The earliest of several, the first of equals; null only when all are.</summary>
    public static Deadline? Earliest(params ReadOnlySpan<Deadline?> all)
    {
        Deadline? earliest = null;
        foreach (var one in all)
        {
            earliest = Earlier(earliest, one);
        }

        return earliest;
    }
}
