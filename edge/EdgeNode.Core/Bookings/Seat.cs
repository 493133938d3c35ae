namespace EdgeNode.Core;

/// <summary>A desk or room that can be given to somebody.</summary>
/// <param name="Resource">The desk or room.</param>
/// <param name="Until">Until when nobody else has a right to it; at most what was wished.</param>
internal readonly record struct Seat(ResourceId Resource, DateTimeOffset Until);
