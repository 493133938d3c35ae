using System.Collections.Immutable;
using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>What the screen is given from outside.</summary>
/// <param name="Views">What is shown.</param>
/// <param name="Send">Hands an event to the site's loop; false while the loop takes no more.</param>
/// <param name="Memory">What must survive a restart.</param>
/// <param name="Names">Names of people.</param>
/// <param name="Accounts">Who may sign in.</param>
/// <param name="Time">The clock of the stream's heartbeat: the real one.</param>
public sealed record ScreenParts(ISiteViews Views, Func<SiteEvent, bool> Send, IScreenMemory Memory, IPeopleNames Names, Accounts Accounts, TimeProvider Time)
{
    private Looks? _looks;

    /// <summary>The roll call.</summary>
    public required Musters Musters { get; init; }

    /// <summary>What was said of incidents.</summary>
    internal IncidentNotes Notes { get; } = new(Memory);

    /// <summary>Forms that move a door.</summary>
    internal AskedForms Forms { get; } = new(Time);

    /// <summary>The certificate, PEM, that phones and computers of the site may trust; null = the screen is not on the network.</summary>
    public Func<string>? Authority { get; init; }

    /// <summary>The plan of the site, as its file has it now.</summary>
    public Func<PlanReading> Plan { get; init; } = () => PlanReading.None;

    /// <summary>Further links in the head of each page: address and words.</summary>
    public IReadOnlyList<(string Address, string Words)> Links { get; init; } = [];

    /// <summary>What the journal still knows of one person's way, newest first.</summary>
    public Func<HolderRef, ImmutableArray<FeedItem>> Movements { get; init; } = _ => [];

    /// <summary>The loan badges as they are now.</summary>
    public Func<LoanDesk> Loans { get; init; } = () => LoanDesk.Empty;

    /// <summary>A look with the names of people, and what goes by them, for those who may see them.</summary>
    internal Sight WithPeople(Sight sight)
    {
        var seen = sight.May(Right.SeePeople) ? sight with { Roll = Musters.Now(), Loans = Loans, NameOf = Names.Find } : sight;
        return sight.May(Right.SeeMovements) ? seen with { Looks = _looks ??= new(Movements) } : seen;
    }
}
