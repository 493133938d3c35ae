namespace EdgeNode.Core;

/// <summary>An opening of a door on one person's tap. Times are on the uptime clock.</summary>
/// <param name="Who">Who tapped.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="ClosedAt">When it was shut; null while it stands open.</param>
/// <param name="MayTakeLong">The person has extended times: a long opening says nothing.</param>
public readonly record struct Opening(Personal Who, TimeSpan OpenedAt, TimeSpan? ClosedAt, bool MayTakeLong);
