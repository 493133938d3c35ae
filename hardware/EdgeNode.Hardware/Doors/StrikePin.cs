namespace EdgeNode.Hardware;

/// <summary>How a strike or maglock is wired.</summary>
/// <param name="Pin">Line number.</param>
/// <param name="ActiveHigh">Whether a high line powers the lock.</param>
/// <param name="PowerReleases">True: fail-secure, power releases it. False: fail-safe, power holds it locked.</param>
public sealed record StrikePin(int Pin, bool ActiveHigh, bool PowerReleases)
{
    /// <summary>The level at which the door is released.</summary>
    public bool ReleasedLevel => ActiveHigh == PowerReleases;
}
