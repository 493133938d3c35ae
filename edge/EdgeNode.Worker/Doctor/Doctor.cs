using System.Collections.Immutable;

namespace EdgeNode.Worker;

/// <summary>From what was seen to what it means and what to do. Pure: everything it knows is in its arguments.</summary>
internal static class Doctor
{
    /// <summary>Every check, in the order in which somebody would put things right.</summary>
    public static ImmutableArray<Finding> Examine(SiteConfiguration site, NetworkSettings? network, MachineFacts facts) =>
    [
        .. MachineChecks.Of(facts),
        .. MemoryChecks.Of(site, facts),
        .. DeviceChecks.Of(site, facts),
        .. DoorChecks.Of(site, facts),
        .. NetworkChecks.Of(site, network, facts),
    ];
}
