namespace EdgeNode.Screen;

/// <summary>A desk, room or door as it is shown: on the plan, in the grid and in the table alike.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Look">Class of its colour.</param>
/// <param name="Glyph">Its sign.</param>
/// <param name="Words">Its state in words.</param>
internal sealed record Place(PlanKind Kind, string Id, string Name, string Look, string Glyph, string Words)
{
    /// <summary>Until or from when; null = nothing to say.</summary>
    public string? More { get; init; }
}
