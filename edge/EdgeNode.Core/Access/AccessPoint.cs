namespace EdgeNode.Core;

/// <summary>A reader on one side of a door.</summary>
/// <param name="Id">The access point.</param>
/// <param name="Door">The door that it opens.</param>
/// <param name="Direction">Whether a tap here goes in or out.</param>
public sealed record AccessPoint(AccessPointId Id, DoorId Door, Direction Direction);
