using EdgeNode.Core;

namespace EdgeNode.Demo;

/// <summary>One planned stay: who, where, from when to when, and how it really goes.</summary>
/// <param name="Person">Who.</param>
/// <param name="Resource">The desk or room.</param>
/// <param name="Start">Booked start, local.</param>
/// <param name="End">Booked end, local.</param>
/// <param name="Arrival">When the person comes, local; null = never.</param>
/// <param name="Departure">When the person goes, local.</param>
/// <param name="ExitByCard">Leaves by card; else by the button, which nobody can tell from another person.</param>
internal sealed record PlannedStay(
    Person Person, ResourceId Resource, TimeOnly Start, TimeOnly End, TimeOnly? Arrival, TimeOnly Departure, bool ExitByCard);
