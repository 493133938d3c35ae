namespace EdgeNode.Core;

/// <summary>Times of one door (ONVIF Door Control 19.12, Timings). All on the uptime clock.</summary>
/// <param name="ReleaseTime">Unlock until relock unless opened.</param>
/// <param name="ExtendedReleaseTime">Added for holders who need it.</param>
/// <param name="OpenTime">Opened until DoorOpenTooLong; 10 to 600 s.</param>
/// <param name="ExtendedOpenTime">Added for holders who need it.</param>
public sealed record DoorTimings(
    TimeSpan ReleaseTime,
    TimeSpan ExtendedReleaseTime,
    TimeSpan OpenTime,
    TimeSpan ExtendedOpenTime)
{
    /// <summary>5 s release, +10 s extended, 30 s open, +30 s extended.</summary>
    public static readonly DoorTimings Default = new(
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30));

    /// <summary>The release time of one grant.</summary>
    public TimeSpan Release(bool extended) => extended ? ReleaseTime + ExtendedReleaseTime : ReleaseTime;

    /// <summary>The open time after one grant.</summary>
    public TimeSpan Open(bool extended) => extended ? OpenTime + ExtendedOpenTime : OpenTime;

    /// <summary>Opened until the warning: 80 % of the open time.</summary>
    public TimeSpan PreAlarm(bool extended) => Open(extended) * 0.8;
}
