namespace EdgeNode.Core;

/// <summary>What can happen at a site. Closed set; the loop stamps each with a <see cref="Moment"/>.</summary>
public abstract record SiteEvent
{
    private SiteEvent()
    {
    }

    /// <summary>The node has started and all outputs stand in their safe state.</summary>
    /// <param name="Version">Version of the program.</param>
    public sealed record Started(string Version) : SiteEvent;

    /// <summary>Nothing but time; sent when a deadline is due.</summary>
    public sealed record TimePassed : SiteEvent;

    /// <summary>A whole, valid identifier was read.</summary>
    /// <param name="AccessPoint">Where.</param>
    /// <param name="Token">Keyed HMAC of what was read.</param>
    /// <param name="ReadAt">When the last bit came in, on the uptime clock.</param>
    public sealed record IdentifierPresented(AccessPointId AccessPoint, CredentialToken Token, TimeSpan ReadAt) : SiteEvent
    {
        /// <summary>How surely it is genuine.</summary>
        public Assurance Assurance { get; init; }
    }

    /// <summary>A whole code was entered at a keypad: the PIN of a badge that waits for it, else a credential of its own.</summary>
    /// <param name="AccessPoint">Where.</param>
    /// <param name="Token">Keyed HMAC of the code, apart from those of cards.</param>
    /// <param name="Code">The code itself, to be held against a PIN.</param>
    /// <param name="EnteredAt">When its last key was pressed, on the uptime clock.</param>
    public sealed record CodeEntered(AccessPointId AccessPoint, CredentialToken Token, PinCode Code, TimeSpan EnteredAt) : SiteEvent;

    /// <summary>A code was held against a PIN, as <see cref="Effect.VerifyPin"/> asked.</summary>
    public sealed record PinVerified(AccessPointId AccessPoint, TimeSpan Ticket, PinOutcome Outcome) : SiteEvent;

    /// <summary>The code of a day for people whose rights are missing.</summary>
    public sealed record OutageCodeSet(OutageCode Code) : SiteEvent;

    /// <summary>A manager says that somebody, or everybody, may enter again whatever anti-passback knows.</summary>
    /// <param name="Holder">Who; null = everybody.</param>
    public sealed record PassbackForgiven(HolderRef? Holder) : SiteEvent
    {
        /// <summary>Who says so; from nobody it is not taken.</summary>
        public HolderRef? By { get; init; }
    }

    /// <summary>A loan badge is handed out.</summary>
    /// <param name="Badge">Which.</param>
    /// <param name="Holder">To whom; somebody whom the site knows.</param>
    /// <param name="Booking">For which booking of theirs, until its end; null = until the site closes.</param>
    /// <param name="By">Who says so; from nobody it is not taken.</param>
    public sealed record LoanGiven(LoanBadgeId Badge, HolderRef Holder, BookingId? Booking, HolderRef? By) : SiteEvent;

    /// <summary>A loan badge was given back.</summary>
    public sealed record LoanReturned(LoanBadgeId Badge, HolderRef? By) : SiteEvent;

    /// <summary>A loan badge that is out was lost.</summary>
    public sealed record LoanLost(LoanBadgeId Badge, HolderRef? By) : SiteEvent;

    /// <summary>Somebody asks to look at the movements of one person: they are shown once that is durable in the journal.</summary>
    /// <param name="Holder">Whose.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="By">Who asks.</param>
    public sealed record MovementsAsked(HolderRef Holder, LookReason Reason, HolderRef By) : SiteEvent;

    /// <summary>The input of the fire alarm changed.</summary>
    public sealed record FireInputChanged(bool Active) : SiteEvent;

    /// <summary>A named person says that the evacuation is over; not taken while the fire input is active.</summary>
    public sealed record EvacuationEnded(HolderRef By) : SiteEvent;

    /// <summary>A reader sent something that is no valid identifier (parity, length).</summary>
    public sealed record ReadFaulty(AccessPointId AccessPoint, ReadFault Fault) : SiteEvent;

    /// <summary>The link to a reader went up or down.</summary>
    public sealed record ReaderLinkChanged(AccessPointId AccessPoint, bool Up) : SiteEvent;

    /// <summary>A debounced door contact changed or was read for the first time.</summary>
    public sealed record ContactChanged(DoorId Door, ContactState Contact) : SiteEvent;

    /// <summary>A wire of a door that is watched is not well, or well again; also told well at its first reading.</summary>
    public sealed record DoorWireChanged(DoorId Door, DoorWire Wire, WireCondition Condition) : SiteEvent;

    /// <summary>A reader told that its housing or its supply is not well, or is again.</summary>
    public sealed record ReaderTroubleChanged(AccessPointId AccessPoint, ReaderTrouble Trouble) : SiteEvent;

    /// <summary>The request-to-exit button was pressed.</summary>
    public sealed record RequestToExit(DoorId Door) : SiteEvent;

    /// <summary>Somebody entitled to it asks something of a door; the step says in the journal whether the door took it.</summary>
    /// <param name="Door">The door.</param>
    /// <param name="Command">What is asked.</param>
    /// <param name="Source">From where.</param>
    /// <param name="By">Who; null for a schedule.</param>
    public sealed record DoorCommanded(DoorId Door, DoorCommand Command, CommandSource Source, HolderRef? By) : SiteEvent
    {
        /// <summary>Why; null = nobody was asked.</summary>
        public CommandReason? Reason { get; init; }

        /// <summary>For how long, uptime; null = until further notice. Only <see cref="DoorCommand.Unlock"/> minds it, and a restart ends it.</summary>
        public TimeSpan? For { get; init; }
    }

    /// <summary>What a door's safety sheet says, told at each start before anything can ask for the door.</summary>
    /// <param name="Door">The door.</param>
    /// <param name="Acceptance">Whether it may go live.</param>
    /// <param name="Sheet">SHA-256 of the sheet, lower-case hex; null = there is none.</param>
    /// <param name="By">Who signed it; null = nobody.</param>
    public sealed record AcceptanceTold(DoorId Door, DoorAcceptance Acceptance, string? Sheet, HolderRef? By) : SiteEvent;

    /// <summary>The dead-man of the output driver cut a strike that nobody relocked in time.</summary>
    public sealed record StrikeCutOff(DoorId Door) : SiteEvent;

    /// <summary>The network asks to release a door once; signature, validity and nonce have been checked.</summary>
    public sealed record UnlockCommanded(DoorId Door, string Command) : SiteEvent;

    /// <summary>A command from the network was not followed.</summary>
    public sealed record CommandDropped(string Command, CommandDropReason Reason) : SiteEvent;

    /// <summary>A desk sensor reported; also every unchanged report, since silence means unknown.</summary>
    public sealed record DeskSensed(ResourceId Desk, bool Present) : SiteEvent;

    /// <summary>A desk sensor told how it is itself: a sign of life, but not of anybody at the desk.</summary>
    /// <param name="Desk">Its desk.</param>
    /// <param name="Battery">What is left in its battery, 0 to 100 per cent; null = not told.</param>
    /// <param name="Signal">How well it is heard, 0 to 100 per cent of the best that its gateway can tell; null = not told.</param>
    public sealed record SensorTold(ResourceId Desk, int? Battery, int? Signal) : SiteEvent;

    /// <summary>The site's manager says that whoever booked a desk or room is here.</summary>
    public sealed record ArrivalConfirmed(ResourceId Resource) : SiteEvent
    {
        /// <summary>Who says so; from nobody it is not taken.</summary>
        public HolderRef? By { get; init; }
    }

    /// <summary>A verified policy takes the place of the last.</summary>
    public sealed record PolicyReplaced(PolicySnapshot Policy) : SiteEvent;

    /// <summary>Whether the journal (or its memory buffer) can take records.</summary>
    public sealed record JournalHealthChanged(bool TakesRecords) : SiteEvent;

    /// <summary>The hub itself acknowledged a usage day as sealed.</summary>
    public sealed record UsageDayAcknowledged(DateOnly Day) : SiteEvent;

    /// <summary>The node cared for its memory (a day sealed, details erased), and the journal must say so.</summary>
    public sealed record MemoryKept(JournalFact Fact) : SiteEvent;
}
