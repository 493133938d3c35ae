namespace EdgeNode.Screen;

/// <summary>The plan as the site's file has it just now.</summary>
/// <param name="Plan">It; null = none, and desks are shown in a grid.</param>
/// <param name="IsUnfit">There is a file, and it cannot be drawn.</param>
public sealed record PlanReading(FloorPlan? Plan, bool IsUnfit)
{
    /// <summary>No plan.</summary>
    public static readonly PlanReading None = new(null, false);
}
