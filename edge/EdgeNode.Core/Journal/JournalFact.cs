using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>What the journal can say. Closed set; the names on the wire are the standard's where it has one.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SiteStarted), "SiteStarted")]
[JsonDerivedType(typeof(DayClosed), "DayClosed")]
[JsonDerivedType(typeof(ClockJumped), "ClockJumped")]
[JsonDerivedType(typeof(PolicyApplied), "PolicyApplied")]
[JsonDerivedType(typeof(JournalRecovered), "JournalRecovered")]
[JsonDerivedType(typeof(AccessGranted), "AccessGranted")]
[JsonDerivedType(typeof(AccessDenied), "AccessDenied")]
[JsonDerivedType(typeof(AccessTaken), "AccessTaken")]
[JsonDerivedType(typeof(AccessNotTaken), "AccessNotTaken")]
[JsonDerivedType(typeof(ReadDropped), "ReadDropped")]
[JsonDerivedType(typeof(ReadRejected), "ReadRejected")]
[JsonDerivedType(typeof(ReaderLink), "ReaderLink")]
[JsonDerivedType(typeof(ExitRequested), "ExitRequested")]
[JsonDerivedType(typeof(DoorContact), "DoorContact")]
[JsonDerivedType(typeof(DoorAlarmChanged), "DoorAlarmChanged")]
[JsonDerivedType(typeof(StrikeCut), "StrikeCut")]
[JsonDerivedType(typeof(RemoteUnlock), "RemoteUnlock")]
[JsonDerivedType(typeof(CommandDropped), "CommandDropped")]
[JsonDerivedType(typeof(DeskChanged), "DeskChanged")]
[JsonDerivedType(typeof(BookingCheckedIn), "BookingCheckedIn")]
[JsonDerivedType(typeof(BookingReleased), "BookingReleased")]
[JsonDerivedType(typeof(SessionOpened), "SessionOpened")]
[JsonDerivedType(typeof(SessionClosed), "SessionClosed")]
[JsonDerivedType(typeof(UsageAcknowledged), "UsageAcknowledged")]
public abstract record JournalFact
{
    private JournalFact()
    {
    }

    /// <summary>The person concerned, kept beside the chain; null where there is none or it was erased.</summary>
    [JsonIgnore]
    public Personal? Who { get; init; }

    /// <summary>The node started.</summary>
    public sealed record SiteStarted(string Version) : JournalFact;

    /// <summary>A local day is over: every session that ended since the last such record belongs to it.</summary>
    public sealed record DayClosed(DateOnly Day) : JournalFact;

    /// <summary>The wall clock jumped against the uptime clock by this many milliseconds.</summary>
    public sealed record ClockJumped(long Milliseconds) : JournalFact;

    /// <summary>A policy took effect.</summary>
    public sealed record PolicyApplied(long Version, string Hash) : JournalFact;

    /// <summary>The journal takes records again; this many facts found no room meanwhile.</summary>
    public sealed record JournalRecovered(long Lost) : JournalFact;

    /// <summary>A tap was granted.</summary>
    public sealed record AccessGranted(AccessPointId AccessPoint, DoorId Door, GrantBasis Basis, long Policy) : JournalFact;

    /// <summary>A tap was denied.</summary>
    public sealed record AccessDenied(
        AccessPointId AccessPoint, DenyReason Reason, ImmutableArray<DenyReason> All, DateTimeOffset? OpensAt, long Policy) : JournalFact;

    /// <summary>The door was opened after a grant.</summary>
    public sealed record AccessTaken(DoorId Door, Direction Direction) : JournalFact;

    /// <summary>The door was not opened in time after a grant.</summary>
    public sealed record AccessNotTaken(DoorId Door) : JournalFact;

    /// <summary>A read was too old, or came in while its reader's link was down; it was not decided.</summary>
    public sealed record ReadDropped(AccessPointId AccessPoint, DropReason Reason) : JournalFact;

    /// <summary>A reader sent something that is no identifier.</summary>
    public sealed record ReadRejected(AccessPointId AccessPoint, ReadFault Fault) : JournalFact;

    /// <summary>A reader's link went up or down.</summary>
    public sealed record ReaderLink(AccessPointId AccessPoint, bool Up) : JournalFact;

    /// <summary>Somebody asked to go out; anonymous.</summary>
    public sealed record ExitRequested(DoorId Door) : JournalFact;

    /// <summary>A door was opened or closed.</summary>
    public sealed record DoorContact(DoorId Door, ContactState Contact) : JournalFact;

    /// <summary>A door's alarm changed.</summary>
    public sealed record DoorAlarmChanged(DoorId Door, DoorAlarm Alarm) : JournalFact;

    /// <summary>The dead-man of the output driver cut the strike.</summary>
    public sealed record StrikeCut(DoorId Door) : JournalFact;

    /// <summary>The network released a door once, by a signed command.</summary>
    public sealed record RemoteUnlock(DoorId Door, string Command) : JournalFact;

    /// <summary>A command from the network was not followed.</summary>
    public sealed record CommandDropped(string Command, CommandDropReason Reason) : JournalFact;

    /// <summary>A desk's occupancy changed; no person is attached, ever.</summary>
    public sealed record DeskChanged(ResourceId Desk, DeskOccupancy Occupancy) : JournalFact;

    /// <summary>The first evidence of arrival for a booking.</summary>
    public sealed record BookingCheckedIn(ResourceId Resource, Evidence Evidence) : JournalFact;

    /// <summary>A booking was released as a no-show.</summary>
    public sealed record BookingReleased(ResourceId Resource) : JournalFact;

    /// <summary>A usage session began.</summary>
    public sealed record SessionOpened(
        long Session, SiteId Home, ResourceId? Resource, DateTimeOffset Start, DateTimeOffset MustEndBy) : JournalFact;

    /// <summary>A usage session ended.</summary>
    public sealed record SessionClosed(
        long Session, SiteId Home, ResourceId? Resource, DateTimeOffset Start, DateTimeOffset End, SessionClass Class) : JournalFact;

    /// <summary>The hub itself acknowledged a usage day.</summary>
    public sealed record UsageAcknowledged(DateOnly Day) : JournalFact;
}
