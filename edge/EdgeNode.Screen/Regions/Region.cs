namespace EdgeNode.Screen;

/// <summary>A part of a page that is drawn anew by itself.</summary>
/// <param name="Id">Its id in the page.</param>
/// <param name="Render">Draws it.</param>
internal sealed record Region(string Id, Func<Sight, string> Render)
{
    /// <summary>Whether a screen reader says what is new in it.</summary>
    public bool IsSpoken { get; init; }
}
