namespace EdgeNode.Core;

/// <summary>Minutes of a session at one price.</summary>
public sealed record RatingSlice(long Minutes, long CentsPerHour);
