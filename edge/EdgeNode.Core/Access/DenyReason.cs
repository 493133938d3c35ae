using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>Why a door stayed shut. <see cref="DenyReasons.ToOnvif"/> gives the code of the standard. The order is the order of telling: the smallest found is the one on the wire.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DenyReason>))]
public enum DenyReason
{
    /// <summary>The access point stands in no configuration.</summary>
    UnknownAccessPoint,

    /// <summary>Too many wrong tries at this reader: it refuses everybody for a while.</summary>
    ReaderPaused,

    /// <summary>No such credential is known here.</summary>
    CredentialNotFound,

    /// <summary>The credential is blocked.</summary>
    CredentialNotEnabled,

    /// <summary>A loan badge that is handed out to nobody.</summary>
    LoanNotHandedOut,

    /// <summary>The credential's validity has not begun.</summary>
    CredentialNotActive,

    /// <summary>The credential's validity is over.</summary>
    CredentialExpired,

    /// <summary>The credential's holder is not known here.</summary>
    HolderNotFound,

    /// <summary>A host-private area: outsiders never, booking or not.</summary>
    HostPrivateArea,

    /// <summary>The door asks for a surer credential than this one.</summary>
    AssuranceTooLow,

    /// <summary>Too many wrong PINs: this holder's is refused for a while.</summary>
    PinLocked,

    /// <summary>The door asks for a PIN, and the holder has none.</summary>
    PinMissing,

    /// <summary>The PIN was wrong.</summary>
    PinWrong,

    /// <summary>The door asked for a PIN, and none was entered in time.</summary>
    PinNotGiven,

    /// <summary>The holder is known to be inside already, or entered too short a time ago.</summary>
    PassedBack,

    /// <summary>A second person, or an escort, was needed and did not present a credential in time.</summary>
    NoCompanion,

    /// <summary>The hours that the holder's employer prepaid are used up, and its debt too.</summary>
    PrepaidUsedUp,

    /// <summary>The journal cannot take the record and the door then denies.</summary>
    JournalUnavailable,

    /// <summary>As many people are in as the fire limit, or desks and rooms, allow.</summary>
    SiteFull,

    /// <summary>The door has no valid safety sheet, so that it is not live.</summary>
    DoorNotAccepted,

    /// <summary>The door's mode refuses access.</summary>
    DoorModeRefuses,

    /// <summary>The wall clock is untrusted and the right is bound to time.</summary>
    ClockNotTrusted,

    /// <summary>A booking for this door opens later.</summary>
    TooEarly,

    /// <summary>A guest comes before the host of a meeting that lets guests in after the host only.</summary>
    HostNotHere,

    /// <summary>No desk is free for somebody whose seat is in other hands, was released, or was never booked.</summary>
    NoSeatLeft,

    /// <summary>The booking was released as a no-show.</summary>
    BookingReleased,

    /// <summary>A booking for this door is over.</summary>
    BookingOver,

    /// <summary>A booking exists, but its path does not go through this door.</summary>
    NotOnPath,

    /// <summary>The holder's plan or standing right does not cover this hour.</summary>
    NotPermittedAtThisTime,

    /// <summary>No booking and no standing right for this door.</summary>
    NoBookingNoRight,

    /// <summary>An internal fault: denied by default, see the log.</summary>
    Fault,
}
