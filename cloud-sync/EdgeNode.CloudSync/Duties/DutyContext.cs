namespace EdgeNode.CloudSync;

/// <summary>What every duty of one connection works with.</summary>
internal sealed record DutyContext(
    LinkSettings Settings, LinkKeys Keys, LinkPorts Ports, LinkBoard Board, LinkRequests Requests, Wire Wire, TimeProvider Time)
{
    private readonly long _start = Time.GetTimestamp();

    public string Site => Settings.Site;

    /// <summary>Time since this connection began; the wall clock plays no part in it.</summary>
    public TimeSpan Elapsed => Time.GetElapsedTime(_start);
}
