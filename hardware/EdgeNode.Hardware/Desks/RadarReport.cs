namespace EdgeNode.Hardware;

/// <summary>One report of an HLK-LD2410.</summary>
/// <param name="Moving">A moving target is seen.</param>
/// <param name="MovingCm">Its distance in cm.</param>
/// <param name="Still">A still target is seen.</param>
/// <param name="StillCm">Its distance in cm.</param>
public readonly record struct RadarReport(bool Moving, int MovingCm, bool Still, int StillCm)
{
    /// <summary>Whether somebody is within a range in cm.</summary>
    public bool PresentWithin(int rangeCm) => (Moving && MovingCm <= rangeCm) || (Still && StillCm <= rangeCm);
}
