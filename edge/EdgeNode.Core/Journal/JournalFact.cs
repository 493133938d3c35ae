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
[JsonDerivedType(typeof(JournalRestored), "JournalRestored")]
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
[JsonDerivedType(typeof(DoorCommanded), "DoorCommanded")]
[JsonDerivedType(typeof(DoorAcceptanceChanged), "DoorAcceptanceChanged")]
[JsonDerivedType(typeof(PassedBack), "PassedBack")]
[JsonDerivedType(typeof(PassbackForgiven), "PassbackForgiven")]
[JsonDerivedType(typeof(Instructed), "Instructed")]
[JsonDerivedType(typeof(LoanChanged), "LoanChanged")]
[JsonDerivedType(typeof(DayPassUsed), "DayPassUsed")]
[JsonDerivedType(typeof(MovementsSeen), "MovementsSeen")]
[JsonDerivedType(typeof(ReaderPaused), "ReaderPaused")]
[JsonDerivedType(typeof(Duress), "Duress")]
[JsonDerivedType(typeof(EvacuationStarted), "EvacuationStarted")]
[JsonDerivedType(typeof(EvacuationEnded), "EvacuationEnded")]
[JsonDerivedType(typeof(StrikeCut), "StrikeCut")]
[JsonDerivedType(typeof(DoorWireChanged), "DoorWireChanged")]
[JsonDerivedType(typeof(ReaderTroubleChanged), "ReaderTroubleChanged")]
[JsonDerivedType(typeof(RemoteUnlock), "RemoteUnlock")]
[JsonDerivedType(typeof(CommandDropped), "CommandDropped")]
[JsonDerivedType(typeof(DeskChanged), "DeskChanged")]
[JsonDerivedType(typeof(SensorStuck), "SensorStuck")]
[JsonDerivedType(typeof(BookingCheckedIn), "BookingCheckedIn")]
[JsonDerivedType(typeof(BookingReleased), "BookingReleased")]
[JsonDerivedType(typeof(SeatHeld), "SeatHeld")]
[JsonDerivedType(typeof(HoldEnded), "HoldEnded")]
[JsonDerivedType(typeof(NoSeatLeft), "NoSeatLeft")]
[JsonDerivedType(typeof(NotExtended), "NotExtended")]
[JsonDerivedType(typeof(SessionOpened), "SessionOpened")]
[JsonDerivedType(typeof(SessionClosed), "SessionClosed")]
[JsonDerivedType(typeof(PossiblyTwo), "PossiblyTwo")]
[JsonDerivedType(typeof(CapacityReached), "CapacityReached")]
[JsonDerivedType(typeof(UsageAcknowledged), "UsageAcknowledged")]
[JsonDerivedType(typeof(DeskDay), "DeskDay")]
[JsonDerivedType(typeof(DaySealed), "DaySealed")]
[JsonDerivedType(typeof(DetailsErased), "DetailsErased")]
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

    /// <summary>
    /// The site's memory was put back from a copy that ended with record <paramref name="After"/>. This record's own number lies beyond every
    /// one that can have been given since: it is the time of the putting back in milliseconds since 1970 UTC. So no number is ever used twice.
    /// </summary>
    public sealed record JournalRestored(long After) : JournalFact;

    /// <summary>A tap was granted.</summary>
    public sealed record AccessGranted(AccessPointId AccessPoint, DoorId Door, GrantBasis Basis, long Policy) : JournalFact;

    /// <summary>A tap was denied.</summary>
    public sealed record AccessDenied(
        AccessPointId AccessPoint, DenyReason Reason, ImmutableArray<DenyReason> All, DateTimeOffset? OpensAt, long Policy) : JournalFact;

    /// <summary>Somebody was let in who is known to be inside already; the area bears it.</summary>
    public sealed record PassedBack(AccessPointId AccessPoint) : JournalFact;

    /// <summary>Anti-passback was told to forget: one holder, or everybody where none stands beside it.</summary>
    public sealed record PassbackForgiven : JournalFact;

    /// <summary>A named person told the site something by hand; what follows from it is told after it. Who stands beside.</summary>
    /// <param name="What">What.</param>
    /// <param name="Taken">False when nobody was named, or the site does not know what it is about.</param>
    public sealed record Instructed(Instruction What, bool Taken) : JournalFact
    {
        /// <summary>The desk or room that it is about; null = none.</summary>
        public ResourceId? Resource { get; init; }

        /// <summary>The loan badge that it is about; null = none.</summary>
        public LoanBadgeId? Badge { get; init; }
    }

    /// <summary>A loan badge was handed out until an instant, is overdue, was lost or was given back. Whose it is stands beside.</summary>
    public sealed record LoanChanged(LoanBadgeId Badge, LoanStatus Status, DateTimeOffset Until) : JournalFact;

    /// <summary>The first stay of somebody who pays by the day on a local date: it costs that day, once in the whole network.</summary>
    public sealed record DayPassUsed(DateOnly Day) : JournalFact;

    /// <summary>Somebody looks at the movements of one person, who stands beside.</summary>
    /// <param name="By">Reference of the account that looks: in the chain, so that it stays when the person is erased.</param>
    /// <param name="Reason">Why.</param>
    public sealed record MovementsSeen(HolderRef By, LookReason Reason) : JournalFact;

    /// <summary>Too many wrong tries: the reader refuses everybody for this many seconds.</summary>
    public sealed record ReaderPaused(AccessPointId AccessPoint, long Seconds) : JournalFact;

    /// <summary>A PIN for entry under threat was entered. Never shown at the site.</summary>
    public sealed record Duress(AccessPointId AccessPoint) : JournalFact;

    /// <summary>The fire alarm began.</summary>
    public sealed record EvacuationStarted : JournalFact;

    /// <summary>A named person said that the evacuation is over.</summary>
    public sealed record EvacuationEnded : JournalFact;

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

    /// <summary>A door was asked for something: whether it took it, and the modes in which it stood before and stands after.</summary>
    public sealed record DoorCommanded(
        DoorId Door, DoorCommand Command, CommandSource Source, bool Taken, DoorMode Before, DoorMode After) : JournalFact
    {
        /// <summary>Why; null = nobody was asked.</summary>
        public CommandReason? Reason { get; init; }

        /// <summary>For how many seconds the door is unlocked; null = until further notice. A restart ends it.</summary>
        public long? Seconds { get; init; }
    }

    /// <summary>A door's safety sheet was signed, passed over, or does not count any more. Who signed stands beside.</summary>
    /// <param name="Door">The door.</param>
    /// <param name="Acceptance">What the sheet says.</param>
    /// <param name="Sheet">SHA-256 of the sheet, lower-case hex; null = there is none.</param>
    public sealed record DoorAcceptanceChanged(DoorId Door, DoorAcceptance Acceptance, string? Sheet) : JournalFact;

    /// <summary>The dead-man of the output driver cut the strike.</summary>
    public sealed record StrikeCut(DoorId Door) : JournalFact;

    /// <summary>A wire of a door is cut, shorted or tampered with, its converter is silent, or it is well again.</summary>
    public sealed record DoorWireChanged(DoorId Door, DoorWire Wire, WireCondition Condition) : JournalFact;

    /// <summary>A reader's housing is open, its supply fails, or it is well again.</summary>
    public sealed record ReaderTroubleChanged(AccessPointId AccessPoint, ReaderTrouble Trouble) : JournalFact;

    /// <summary>The network released a door once, by a signed command.</summary>
    public sealed record RemoteUnlock(DoorId Door, string Command) : JournalFact;

    /// <summary>A command from the network was not followed.</summary>
    public sealed record CommandDropped(string Command, CommandDropReason Reason) : JournalFact;

    /// <summary>
    /// A desk's occupancy changed; no person is attached, ever. Which desk, to what and when exactly lies beside the chain until the
    /// day is over: then <see cref="DeskDay"/> says it by the quarter of an hour, and both are null.
    /// </summary>
    public sealed record DeskChanged([property: JsonIgnore] ResourceId? Desk, [property: JsonIgnore] DeskOccupancy? Occupancy) : JournalFact
    {
        /// <summary>Since when the readings say so: use counts from here, without the sensor's delay and hold; null where they do not tell.</summary>
        [JsonIgnore]
        public DateTimeOffset? Since { get; init; }
    }

    /// <summary>A desk's sensor says the same for too long to be believed, or may be believed again.</summary>
    public sealed record SensorStuck(ResourceId Desk, SensorTrouble Trouble) : JournalFact;

    /// <summary>The first evidence of arrival for a booking.</summary>
    public sealed record BookingCheckedIn(ResourceId Resource, DateTimeOffset Start, Evidence Evidence) : JournalFact;

    /// <summary>A booking was released as a no-show.</summary>
    public sealed record BookingReleased(ResourceId Resource, DateTimeOffset Start) : JournalFact;

    /// <summary>The site gave a seat by itself: from now on the booking is for this desk or room, from start to end.</summary>
    /// <param name="Resource">The seat.</param>
    /// <param name="Start">Start, inclusive.</param>
    /// <param name="End">End, exclusive.</param>
    /// <param name="Why">Why.</param>
    public sealed record SeatHeld(ResourceId Resource, DateTimeOffset Start, DateTimeOffset End, HoldReason Why) : JournalFact;

    /// <summary>A seat that the site had given is no longer held: what the network says counts again.</summary>
    public sealed record HoldEnded(ResourceId Resource, HoldEnd Why) : JournalFact;

    /// <summary>Two people have a right to one seat, one of them has it, and there is no other for the other.</summary>
    public sealed record NoSeatLeft(ResourceId Resource) : JournalFact;

    /// <summary>A room's booking could not be extended, since the next one begins then.</summary>
    public sealed record NotExtended(ResourceId Resource, DateTimeOffset Next) : JournalFact;

    /// <summary>A usage session began.</summary>
    public sealed record SessionOpened(
        long Session, SiteId Home, ResourceId? Resource, DateTimeOffset Start, DateTimeOffset MustEndBy) : JournalFact;

    /// <summary>A usage session ended.</summary>
    public sealed record SessionClosed(
        long Session, SiteId Home, ResourceId? Resource, DateTimeOffset Start, DateTimeOffset End, SessionClass Class) : JournalFact
    {
        /// <summary>What it was made of.</summary>
        public SessionEvidence Evidence { get; init; }
    }

    /// <summary>A second person may have come in on the tap of this one.</summary>
    public sealed record PossiblyTwo(DoorId Door) : JournalFact;

    /// <summary>As many people are in as may be.</summary>
    public sealed record CapacityReached(int Limit) : JournalFact;

    /// <summary>The hub itself acknowledged a usage day.</summary>
    public sealed record UsageAcknowledged(DateOnly Day) : JournalFact;

    /// <summary>How a desk was used on a closed day: one letter for each quarter of an hour (O occupied, F free, ? unknown), whichever lasted longest.</summary>
    public sealed record DeskDay(DateOnly Day, ResourceId Desk, string Quarters) : JournalFact;

    /// <summary>The site signed the chain up to the record that closed a day; covers everything before it.</summary>
    /// <param name="Day">The closed day.</param>
    /// <param name="Through">Sequence of the record that closed it.</param>
    /// <param name="Head">Hash of that record, lower-case hex.</param>
    /// <param name="Key">The site's public key, lower-case hex.</param>
    /// <param name="Signature">Ed25519 (RFC 8032), lower-case hex.</param>
    public sealed record DaySealed(DateOnly Day, long Through, string Head, string Key, string Signature) : JournalFact;

    /// <summary>The proof that details beside the chain were erased: why, and of how many records up to which one; never whose.</summary>
    public sealed record DetailsErased(Erasure Why, long Through, long Count) : JournalFact;
}
