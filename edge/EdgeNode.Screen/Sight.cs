using System.Collections.Immutable;
using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>One look at the site.</summary>
/// <param name="View">What is shown.</param>
/// <param name="Phrases">In which language.</param>
/// <param name="Viewer">To whom; null = somebody who is not signed in.</param>
/// <param name="Token">What a form must bring back (antiforgery).</param>
internal sealed record Sight(SiteView View, Phrases Phrases, Account? Viewer, string Token)
{
    /// <summary>The roll call; null for those who may see no names.</summary>
    public RollSheet? Roll { get; init; }

    /// <summary>Looks at the loan badges; null for those who may see no names.</summary>
    public Func<LoanDesk>? Loans { get; init; }

    /// <summary>Looks at one person's movements; null for those who may not.</summary>
    public Looks? Looks { get; init; }

    /// <summary>Finds a name; knows none for those who may see no names.</summary>
    public Func<HolderRef, string?> NameOf { get; init; } = _ => null;

    /// <summary>What was said of incidents, by their number.</summary>
    public required ImmutableDictionary<long, IncidentNote> Notes { get; init; }

    /// <summary>The plan of the site.</summary>
    public PlanReading Plan { get; init; } = PlanReading.None;

    public bool May(Right right) => Viewer?.May(right) ?? false;
}
