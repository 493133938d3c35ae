using EdgeNode.Core;

namespace EdgeNode.Bench;

/// <summary>A site with one door, and a policy with as many holders and bookings as asked for.</summary>
internal static class StoreSite
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static SiteDefinition Definition { get; } = new(
        new("here"), "Here", TimeZoneInfo.Utc,
        [new(new("floor"), "Floor", false)],
        [new(new("door"), "Door", AreaId.Outside, new("floor"), true, DoorTimings.Default, UntrustedClock.Lenient, OnJournalFailure.Grant)],
        [new(new("in"), new("door"), Direction.In)],
        [new(new("d1"), "Desk", new("floor"), null)],
        [],
        SiteRules.Default);

    public static Policy Policy(int holders) => new(
        1, "",
        [.. Enumerable.Range(0, holders).Select(number => new CredentialHolder(new($"h{number}"), HolderClass.Member, new("there"), [], null, false))],
        [.. Enumerable.Range(0, holders).Select(number => new Credential(new($"t{number}"), new($"h{number}"), true, null, null))],
        [], [],
        [.. Enumerable.Range(0, holders).Select(number => new Booking(new($"b{number}"), new($"h{number}"), new("d1"), Now.AddDays(-5), Now.AddDays(5)))]);

    public static Personal? Who(Decision decision) => decision is Decision.Granted granted ? new(granted.Holder.Ref, granted.Booking?.Id) : null;
}
