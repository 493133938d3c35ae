using EdgeNode.Hardware.Simulated;

namespace EdgeNode.HostileWorld;

/// <summary>The true time, and what the node's own clock says, which may be a lie.</summary>
internal sealed class WorldClock(DateTimeOffset start)
{
    public SimulatedTime Time { get; } = new(start);

    /// <summary>Whether network time or a battery clock stands behind the node's clock.</summary>
    public bool Confirmed { get; set; } = true;

    public TimeSpan Uptime => Time.Uptime;

    public DateTimeOffset True => start + Time.Uptime;

    /// <summary>The true time on the walls of the site.</summary>
    public DateTime Local => ReferenceClock.Local(True);

    /// <summary>The node's clock is set right.</summary>
    public void SetRight() => Time.JumpWall(True - Time.GetUtcNow());
}
