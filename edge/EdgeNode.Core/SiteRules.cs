namespace EdgeNode.Core;

/// <summary>Times that hold for the whole site.</summary>
/// <param name="EarlyEntry">A booking opens this long before its start.</param>
/// <param name="LateEntry">A booking re-opens until this long after its end.</param>
/// <param name="NoShowAfter">A booking without any evidence of arrival is released this long after its start.</param>
/// <param name="ReadLifetime">A card read older than this when it is decided is dropped.</param>
/// <param name="ClosingTime">Local time at which every open session without an exit is closed as estimated.</param>
public sealed record SiteRules(
    TimeSpan EarlyEntry,
    TimeSpan LateEntry,
    TimeSpan NoShowAfter,
    TimeSpan ReadLifetime,
    TimeOnly ClosingTime)
{
    /// <summary>15 min early, 15 min late, no-show after 30 min, reads live 2 s, closing at 22:00.</summary>
    public static readonly SiteRules Default = new(
        TimeSpan.FromMinutes(15),
        TimeSpan.FromMinutes(15),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromSeconds(2),
        new TimeOnly(22, 0));

    /// <summary>How many wrong tries are borne.</summary>
    public GuessLimits Guesses { get; init; } = GuessLimits.Default;

    /// <summary>Local time at which the site forgets who is inside, for anti-passback.</summary>
    public TimeOnly PassbackCutOff { get; init; } = new(4, 0);
}
