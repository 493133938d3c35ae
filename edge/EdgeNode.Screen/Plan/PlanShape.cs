namespace EdgeNode.Screen;

/// <summary>A shape that stands for a desk, a room or a door.</summary>
/// <param name="Kind">For which of them.</param>
/// <param name="Id">Its id in the site's file.</param>
/// <param name="Markup">The shape as SVG, made of what is allowed alone.</param>
/// <param name="Box">Around it.</param>
public sealed record PlanShape(PlanKind Kind, string Id, string Markup, PlanBox Box);
