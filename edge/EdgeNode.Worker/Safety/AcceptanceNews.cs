using System.Collections.Immutable;
using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>What the loop must hear of safety sheets before anything can ask for a door.</summary>
internal static class AcceptanceNews
{
    /// <summary>The sheets as they are; where the disk does not give them back, what the journal last said of the doors counts.</summary>
    public static ImmutableArray<SheetFact> Read(SiteConfiguration site, SigningKey signing, bool wasInUse, DateTimeOffset now, Action<string> report)
    {
        var sheets = new SafetySheets(site);
        try
        {
            sheets.Begin(signing, wasInUse, now);
            return sheets.Read(signing.PublicHex);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            report($"The safety sheets of the doors cannot be read: {refused.Message} Doors that were live stay so; have the disk checked.");
            return wasInUse ? [] : [.. DoorWiring.Driven(site).Select(door => new SheetFact(door, DoorAcceptance.Missing, null, null, refused.Message))];
        }
    }

    /// <summary>What differs from what the site remembers. A door whose lock nobody drives needs no sheet.</summary>
    public static IEnumerable<SiteEvent.AcceptanceTold> Of(SiteState state, SiteConfiguration site, ImmutableArray<SheetFact> sheets)
    {
        var driven = DoorWiring.Driven(site).Select(door => door.Id).ToHashSet();
        return sheets.Select(sheet => new SiteEvent.AcceptanceTold(sheet.Door.Id, sheet.Acceptance, sheet.Hash, sheet.Sheet is { } signed ? new HolderRef(signed.By) : null))
            .Concat(state.Definition.Doors.Where(door => !driven.Contains(door.Id)).Select(NotAsked))
            .Where(told => state.Doors[told.Door] is var door && (door.Acceptance, door.Sheet) != (told.Acceptance, told.Sheet));
    }

    /// <summary>In a world that asks for no sheet.</summary>
    public static IEnumerable<SiteEvent.AcceptanceTold> NoneAsked(SiteState state) =>
        state.Definition.Doors.Where(door => state.Doors[door.Id].Acceptance != DoorAcceptance.NotAsked).Select(NotAsked);

    private static SiteEvent.AcceptanceTold NotAsked(Door door) => new(door.Id, DoorAcceptance.NotAsked, null, null);
}
