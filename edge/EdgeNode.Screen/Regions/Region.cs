using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>A part of the page that is drawn anew by itself.</summary>
/// <param name="Id">Its id in the page.</param>
/// <param name="Render">Draws it.</param>
internal sealed record Region(string Id, Func<SiteView, Phrases, string> Render);
