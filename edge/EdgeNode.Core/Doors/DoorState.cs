using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>Live state of one door. All times are on the uptime clock.</summary>
/// <param name="Mode">Logical mode.</param>
/// <param name="Contact">Last reading of the contact.</param>
/// <param name="Alarm">Alarm in force.</param>
/// <param name="RelockAt">When a released strike is de-energised; null while it is not energised.</param>
/// <param name="Awaited">Whose passages the released door waits for; all are taken when it opens.</param>
/// <param name="OpenedAt">Since when the door stands open; null while it does not.</param>
/// <param name="Extended">Whether the passage in hand has extended times.</param>
public sealed record DoorState(
    DoorMode Mode,
    ContactState Contact,
    DoorAlarm Alarm,
    TimeSpan? RelockAt,
    ImmutableArray<Passage> Awaited,
    TimeSpan? OpenedAt,
    bool Extended)
{
    /// <summary>Locked, contact not read yet: how every door starts.</summary>
    public static readonly DoorState Initial = new(DoorMode.Locked, ContactState.Unknown, DoorAlarm.Normal, null, [], null, false);
}
