namespace EdgeNode.Core;

/// <summary>A right to enter one area, by schedule (ONVIF Access Rules 19.12, AccessPolicy).</summary>
/// <param name="Area">The area that may be entered.</param>
/// <param name="Schedule">When; null = at any time, so valid also when the clock is not trusted.</param>
public sealed record AccessPolicy(AreaId Area, ScheduleId? Schedule);
