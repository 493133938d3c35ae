namespace EdgeNode.Core;

/// <summary>What goes on at one access point. All times are on the uptime clock.</summary>
public sealed record ReaderState
{
    /// <summary>Nothing.</summary>
    public static readonly ReaderState Idle = new();

    /// <summary>Wrong tries since <see cref="GuessesSince"/>.</summary>
    public int Guesses { get; init; }

    /// <summary>When the first of them was.</summary>
    public TimeSpan GuessesSince { get; init; }

    /// <summary>Until when every entry is refused; null = it is not.</summary>
    public TimeSpan? PausedUntil { get; init; }

    /// <summary>Who was asked for a PIN; null = nobody.</summary>
    public PinAsked? Asked { get; init; }

    /// <summary>The last one who was entitled, while another may still join or be joined; null = nobody.</summary>
    public Companion? Last { get; init; }
}
