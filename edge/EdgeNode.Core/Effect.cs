namespace EdgeNode.Core;

/// <summary>What a step wants done in the world. Closed set; the loop runs each in order.</summary>
public abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>Append a fact to the journal.</summary>
    public sealed record Record(JournalFact Fact) : Effect;

    /// <summary>Energise (or, fail-safe, de-energise) the strike so that the door can be opened, and let go by itself after <paramref name="AtMost"/>.</summary>
    public sealed record ReleaseStrike(DoorId Door, TimeSpan AtMost) : Effect;

    /// <summary>Keep the strike released for a mode of the door; it is let go by itself after <paramref name="AtMost"/> unless this comes again.</summary>
    public sealed record HoldStrike(DoorId Door, TimeSpan AtMost) : Effect;

    /// <summary>Put the strike back into its locked state now.</summary>
    public sealed record RelockStrike(DoorId Door) : Effect;

    /// <summary>Hold a code against a holder's PINs, away from the loop, and send <see cref="SiteEvent.PinVerified"/> with the same ticket.</summary>
    public sealed record VerifyPin(AccessPointId AccessPoint, TimeSpan Ticket, HolderPin Pin, PinCode Code) : Effect;

    /// <summary>Tell the person at a reader.</summary>
    public sealed record SignalReader(AccessPointId AccessPoint, ReaderSignal Signal) : Effect;
}
