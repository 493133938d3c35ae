using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>Every rule of a decision: how it reads when it is kept, and when it is broken.</summary>
internal static class DecisionRules
{
    public static readonly IReadOnlyDictionary<DenyReason, (string Kept, string Broken)> All = new SortedDictionary<DenyReason, (string Kept, string Broken)>
    {
        [DenyReason.UnknownAccessPoint] = ("the reader stands in the configuration", "the reader stands in no configuration"),
        [DenyReason.ReaderPaused] = ("the reader takes badges", "the reader refuses everybody for a while after too many wrong tries"),
        [DenyReason.CredentialNotFound] = ("the badge is known", "the badge is not known"),
        [DenyReason.CredentialNotEnabled] = ("the badge is not blocked", "the badge is blocked"),
        [DenyReason.LoanNotHandedOut] = ("the badge is no loan badge, or is handed out", "the badge is a loan badge that is handed out to nobody"),
        [DenyReason.CredentialNotActive] = ("the badge's validity has begun", "the badge's validity has not begun"),
        [DenyReason.CredentialExpired] = ("the badge's validity is not over", "the badge's validity is over"),
        [DenyReason.HolderNotFound] = ("the badge's holder is known", "the badge's holder is not known"),
        [DenyReason.HostPrivateArea] = ("the area behind is not the host's own, or the holder is its staff", "the area behind is the host's own, and the holder is not its staff"),
        [DenyReason.AssuranceTooLow] = ("the badge is sure enough for the door", "the badge is not sure enough for the door"),
        [DenyReason.PinLocked] = ("the holder's PIN is not locked", "the holder's PIN is locked after too many wrong ones"),
        [DenyReason.PinMissing] = ("no PIN is asked for, or the holder has one", "a PIN is asked for, and the holder has none"),
        [DenyReason.PinWrong] = ("no wrong PIN was entered", "the PIN was wrong"),
        [DenyReason.PinNotGiven] = ("no PIN was missed", "a PIN was asked for and not entered in time"),
        [DenyReason.PassedBack] = ("the holder is not known to be inside already", "the holder is known to be inside already, or entered too short a time ago"),
        [DenyReason.NoCompanion] = ("nobody was missed beside the holder", "a second person, or an escort, was missed"),
        [DenyReason.PrepaidUsedUp] = ("the employer's prepaid hours are not used up, or the door does not lead in from the street", "the employer's prepaid hours are used up, and its debt too"),
        [DenyReason.JournalUnavailable] = ("the journal takes the record, or the door opens without", "the journal cannot take the record, and the door then denies"),
        [DenyReason.SiteFull] = ("fewer people are in than may be, or the door does not lead in from the street", "as many people are in as may be"),
        [DenyReason.DoorNotAccepted] = ("the door is live", "the door has no valid safety sheet, so that it is not live"),
        [DenyReason.DoorModeRefuses] = ("the door's mode takes access", "the door's mode refuses access"),
        [DenyReason.ClockNotTrusted] = ("the clock is trusted enough for the right", "the clock is not trusted, and the right is bound to time"),
        [DenyReason.TooEarly] = ("no booking for this door is still to come", "a booking for this door opens later"),
        [DenyReason.HostNotHere] = ("no host is waited for", "guests come in after their host only, and the host has not come"),
        [DenyReason.NoSeatLeft] = ("no other seat was needed, or one was free", "another seat was needed, and none is free"),
        [DenyReason.BookingReleased] = ("no booking for this door was released", "a booking for this door was released as a no-show"),
        [DenyReason.BookingOver] = ("no booking for this door is over", "a booking for this door is over"),
        [DenyReason.NotOnPath] = ("no booking leads elsewhere", "a booking exists, but its way does not go through this door"),
        [DenyReason.NotPermittedAtThisTime] = ("no plan or standing right leaves this hour out", "the plan or the standing right does not cover this hour"),
        [DenyReason.NoBookingNoRight] = ("a booking or a standing right for this door was found", "there is neither a booking nor a standing right for this door"),
        [DenyReason.Fault] = ("nothing failed inside", "something failed inside; see the log"),
    };
}
